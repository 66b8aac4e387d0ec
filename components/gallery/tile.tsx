import { memo } from "react";
import type { Generation } from "@/lib/domain/generation";
import type { Image } from "@/lib/domain/image";
import { ratioOf } from "./row-plans-of";
import { TileActions } from "./tile-actions";
import { useTileContext } from "./tile-context";
import { TilePicture } from "./tile-picture";
import { TileStatus } from "./tile-status";

type TileProps = {
  generation: Generation;
  image: Image;
  /** A CSS length; the height follows from the picture's ratio. */
  width: string;
  /** The one tile that Tab leads to. */
  isTabStop: boolean;
  isOpen: boolean;
};

/** One picture slot of a generation. Renders again only when its own row changes. */
export const Tile = memo(function Tile({ generation, image, width, isTabStop, isOpen }: TileProps) {
  const { open } = useTileContext();
  return (
    <li
      className="group/tile @container/tile relative shrink-0 scroll-mt-14 scroll-mb-6"
      style={{
        width,
        aspectRatio: `${image.widthPx} / ${image.heightPx}`,
        maxWidth: `calc(var(--row-max) * ${ratioOf(image)})`,
      }}
      data-image-id={image.id}
      data-state={image.state}
    >
      <button
        type="button"
        data-tile-button
        tabIndex={isTabStop ? 0 : -1}
        aria-label={`Open picture ${image.index + 1} of ${generation.imageCount}`}
        aria-current={isOpen}
        onClick={() => open(image.id)}
        className="isolate block size-full overflow-hidden rounded-sm outline-offset-2 focus-visible:outline-2 aria-[current=true]:outline-2 aria-[current=true]:outline-ink"
      >
        <TilePicture generation={generation} image={image} />
      </button>
      <TileStatus generation={generation} image={image} isTabStop={isTabStop} />
      {image.state === "completed" && (
        <TileActions generation={generation} image={image} isTabStop={isTabStop} />
      )}
    </li>
  );
});
