import { Download, Heart, Repeat2, Share2, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { DownloadLink } from "@/components/ui/download-link";
import { IconButton } from "@/components/ui/icon-button";
import { seedOf } from "@/lib/client/commands/run-image-command";
import type { PlacedImage } from "@/lib/client/gallery/gallery-lookup";
import { PICTURE_KEYS, shownKey } from "@/lib/client/keys/keys";
import { sharePictures } from "@/lib/client/studio/share-target";
import { downloadName } from "@/lib/domain/generation/download-name";
import { isEnded } from "@/lib/domain/generation/is-ended";
import type { InspectorTools } from "./inspector-props";

/** What can be done with the open picture. */
export function InspectorActions({ placed, tools }: { placed: PlacedImage; tools: InspectorTools }) {
  const { generation, image } = placed;
  return (
    <div className="flex flex-wrap items-center gap-1">
      <Button size="sm" icon={Repeat2} onClick={() => tools.iterate(seedOf(placed))}>
        Iterate
      </Button>
      {image.state === "completed" && (
        <>
          <DownloadLink
            labelled
            icon={Download}
            href={image.originalUrl}
            fileName={downloadName(generation.prompt, image)}
          />
          <IconButton
            icon={Heart}
            label="Favourite"
            keys={shownKey(PICTURE_KEYS.favourite)}
            aria-pressed={image.favourite}
            filled={image.favourite}
            onClick={() => tools.toggleFavourite(image)}
          />
        </>
      )}
      {(image.state === "completed" || !isEnded(image)) && (
        <IconButton icon={Share2} label="Share" onClick={() => sharePictures([image.id])} />
      )}
      {isEnded(image) && (
        <IconButton
          icon={Trash2}
          label="Delete"
          keys={shownKey(PICTURE_KEYS.delete)}
          onClick={() => tools.remove(image)}
        />
      )}
    </div>
  );
}
