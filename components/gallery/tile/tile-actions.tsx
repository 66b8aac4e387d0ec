import { CircleX, Download, Heart, Repeat2, Trash2 } from "lucide-react";
import { DownloadLink } from "@/components/ui/download-link";
import { IconButton } from "@/components/ui/icon-button";
import { PICTURE_KEYS, shownKey } from "@/lib/client/keys/keys";
import { downloadName } from "@/lib/domain/generation/download-name";
import type { Generation } from "@/lib/domain/generation/generation";
import type { CompletedImage } from "@/lib/domain/generation/image";
import { useTileContext } from "./tile-context";
import { leaveTile } from "./tile-focus";

/** Shown while the tile is pointed at or has the focus. A finger opens the picture instead, where the same actions are. */
const REVEALED =
  "opacity-0 transition-opacity group-hover/tile:opacity-100 group-has-[:focus-visible]/tile:opacity-100 [@media(hover:none)]:hidden";

/** What can be done with a finished picture, on top of it. */
export function TileActions({
  generation,
  image,
  isTabStop,
}: {
  generation: Generation;
  image: CompletedImage;
  isTabStop: boolean;
}) {
  const { toggleFavourite, remove, iterate } = useTileContext();
  const tabIndex = isTabStop ? 0 : -1;
  const shared = { overPicture: true, tabIndex, tooltipSide: "bottom" } as const;
  return (
    <>
      {image.rejected && (
        <p className="pointer-events-none absolute bottom-1.5 left-1.5 flex h-5 items-center gap-1 rounded-xs bg-veil px-1.5 text-caption text-on-veil">
          <CircleX aria-hidden size={12} />
          Rejected
        </p>
      )}
      <div className={`absolute top-1.5 left-1.5 ${image.favourite ? "" : REVEALED}`}>
        <IconButton
          {...shared}
          icon={Heart}
          label="Favourite"
          keys={shownKey(PICTURE_KEYS.favourite)}
          tooltipAlign="start"
          aria-pressed={image.favourite}
          filled={image.favourite}
          onClick={() => toggleFavourite(image)}
        />
      </div>
      <div
        className={`absolute top-1.5 right-1.5 flex max-w-[calc(100%-46px)] flex-wrap justify-end gap-1 ${REVEALED}`}
      >
        <DownloadLink
          icon={Download}
          href={image.originalUrl}
          fileName={downloadName(generation.prompt, image)}
          tabIndex={tabIndex}
        />
        <IconButton
          {...shared}
          icon={Repeat2}
          label="Iterate"
          keys={shownKey(PICTURE_KEYS.iterate)}
          tooltipAlign="end"
          onClick={() => iterate({ generation, parentImageId: image.id })}
        />
        <IconButton
          {...shared}
          icon={Trash2}
          label="Delete"
          keys={shownKey(PICTURE_KEYS.delete)}
          tooltipAlign="end"
          onClick={(event) => {
            leaveTile(event.currentTarget);
            remove(image);
          }}
        />
      </div>
    </>
  );
}
