import { downloadZip } from "@/components/gallery/bar/download-zip";
import { showToast } from "@/components/ui/toast-store";
import { useCommand } from "@/lib/client/commands/command-registry";
import type { Flag, ImageActions } from "@/lib/client/commands/use-image-actions";
import { visibleImages } from "@/lib/client/gallery/gallery-lookup";
import { useGallery } from "@/lib/client/gallery/use-gallery";
import { COMMAND_KEYS } from "@/lib/client/keys/keys";
import { clearSelection, useSelection } from "@/lib/client/selection/selection-store";
import { sharePictures } from "@/lib/client/studio/share-target";
import { openView } from "@/lib/client/studio/view-store";
import { isEnded } from "@/lib/domain/generation/is-ended";
import { PICTURES_AT_ONCE_MAX } from "@/lib/domain/limits";
import { countWords } from "@/lib/domain/text/count-words";

export const COMPARE_MIN = 2;
export const COMPARE_MAX = 4;

/** What can be done with the selected pictures, as commands too. Pictures that are gone do not count. */
export function useSelectionCommands(actions: ImageActions) {
  const { ids } = useSelection();
  const state = useGallery();
  const selected = visibleImages(state).filter(({ image }) => ids.has(image.id));
  const images = selected.map(({ image }) => image);
  const finished = selected.flatMap(({ generation: { prompt, isSketch }, image }) =>
    image.state === "completed" ? [{ image, prompt, isSketch }] : [],
  );
  const finishedIds = finished.map(({ image }) => image.id);
  const finishedCount = finished.length;
  /** What did not come is shown to nobody. */
  const shareableIds = images
    .filter((image) => image.state === "completed" || !isEnded(image))
    .map(({ id }) => id);
  const isAny = () => finishedCount > 0;
  const isComparable = () => finishedCount >= COMPARE_MIN && finishedCount <= COMPARE_MAX;

  const compare = () => openView({ kind: "compare", imageIds: finishedIds });
  const cull = () => {
    const key = `selection:${state.session.id}`;
    const title = `${countWords(finishedCount, "picture")} selected`;
    openView({ kind: "cull", source: { kind: "list", key, title, items: finished } });
  };
  const mark = (kind: Flag) => actions.toggleFlag(images, kind);
  const download = () => {
    if (finishedCount > PICTURES_AT_ONCE_MAX)
      showToast(`At most ${countWords(PICTURES_AT_ONCE_MAX, "picture")} at once.`);
    else downloadZip(finishedIds);
  };
  const share = () => sharePictures(shareableIds);
  const remove = () => {
    actions.removeAll(images);
    clearSelection();
  };

  const group = "Pictures";
  const words = "selection many bulk";
  useCommand({
    id: "selection-compare",
    group,
    label: "Selected: compare",
    keys: COMMAND_KEYS.compareSelected,
    words,
    isEnabled: isComparable,
    run: compare,
  });
  useCommand({
    id: "selection-cull",
    group,
    label: "Selected: cull",
    words,
    isEnabled: isAny,
    run: cull,
  });
  useCommand({
    id: "selection-favourite",
    group,
    label: "Selected: favourite",
    words,
    isEnabled: isAny,
    run: () => mark("favourite"),
  });
  useCommand({
    id: "selection-reject",
    group,
    label: "Selected: reject",
    words,
    isEnabled: isAny,
    run: () => mark("rejected"),
  });
  useCommand({
    id: "selection-download",
    group,
    label: "Selected: download as zip",
    words,
    isEnabled: isAny,
    run: download,
  });
  useCommand({
    id: "selection-share",
    group,
    label: "Selected: share…",
    words: `${words} link client gallery`,
    isEnabled: () => shareableIds.length > 0,
    run: share,
  });
  useCommand({
    id: "selection-delete",
    group,
    label: "Selected: delete",
    words: `${words} trash remove`,
    isEnabled: () => images.length > 0,
    run: remove,
  });
  useCommand({
    id: "selection-clear",
    group,
    label: "Clear the selection",
    keys: COMMAND_KEYS.clearSelection,
    run: clearSelection,
  });
  const shareableCount = shareableIds.length;
  return {
    count: images.length,
    finishedCount,
    shareableCount,
    compare,
    cull,
    mark,
    download,
    share,
    remove,
  };
}
