import { showToast } from "@/components/ui/toast-store";
import { saveFile } from "@/lib/client/browser/save-file";
import { useCommand } from "@/lib/client/commands/command-registry";
import type { ImageCommand } from "@/lib/client/commands/image-commands";
import { runImageCommand } from "@/lib/client/commands/run-image-command";
import { useImageActions } from "@/lib/client/commands/use-image-actions";
import { placedImage } from "@/lib/client/gallery/gallery-lookup";
import { useGallery } from "@/lib/client/gallery/use-gallery";
import { PICTURE_KEYS, shownKey } from "@/lib/client/keys/keys";
import { sharePictures } from "@/lib/client/studio/share-target";
import { useStudio } from "@/lib/client/studio/studio-context";

/** What can be done with the picture that is open in the inspector. */
export function usePictureCommands() {
  const { openImageId, openImage, iterate } = useStudio();
  const state = useGallery();
  const actions = useImageActions(showToast);
  const placed = placedImage(state, openImageId);
  const isOpen = () => placed !== null;
  const isFinished = () => placed?.image.state === "completed";
  const run = (command: ImageCommand) => () => {
    if (placed) runImageCommand(command, placed, { ...actions, iterate });
  };
  const group = "Pictures";
  useCommand({
    id: "picture-favourite",
    group,
    label: placed?.image.favourite ? "Open picture: no favourite any more" : "Open picture: favourite",
    keys: shownKey(PICTURE_KEYS.favourite),
    isEnabled: isFinished,
    run: run("favourite"),
  });
  useCommand({
    id: "picture-iterate",
    group,
    label: "Open picture: iterate",
    keys: shownKey(PICTURE_KEYS.iterate),
    isEnabled: isOpen,
    run: run("iterate"),
  });
  useCommand({
    id: "picture-download",
    group,
    label: "Open picture: download the original",
    keys: shownKey(PICTURE_KEYS.download),
    isEnabled: isFinished,
    run: run("download"),
  });
  useCommand({
    id: "picture-download-recipe",
    group,
    label: "Open picture: download with its recipe inside",
    isEnabled: isFinished,
    run: () => placed && saveFile(`/api/images/${placed.image.id}/download?recipe=1`),
  });
  useCommand({
    id: "picture-share",
    group,
    label: "Open picture: share…",
    words: "link client gallery",
    isEnabled: isFinished,
    run: () => placed && sharePictures([placed.image.id]),
  });
  useCommand({
    id: "picture-delete",
    group,
    label: "Open picture: delete",
    words: "remove trash",
    isEnabled: isOpen,
    run: run("delete"),
  });
  useCommand({
    id: "picture-close",
    group,
    label: "Close the open picture",
    isEnabled: isOpen,
    run: () => openImage(null),
  });
}
