import { memo } from "react";
import { ratioOf } from "@/components/gallery/row-plans-of";
import { useIsSelected } from "@/lib/client/selection/selection-store";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import { TileActions } from "./tile-actions";
import { TileCheck } from "./tile-check";
import { useTileContext } from "./tile-context";
import { TilePicture } from "./tile-picture";
import { TileReviewHost } from "./tile-review-host";
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

/** One picture slot of a generation. Renders again only when its own row or its own selection changes. */
export const Tile = memo(function Tile({ generation, image, width, isTabStop, isOpen }: TileProps) {
  const { open, selection } = useTileContext();
  const isSelected = useIsSelected(image.id);
  const place = `${image.index + 1} of ${generation.imageCount}`;
  return (
    <li
      className="group/tile @container/tile relative shrink-0 select-none scroll-mt-14 scroll-mb-6"
      style={{
        width,
        aspectRatio: `${image.widthPx} / ${image.heightPx}`,
        maxWidth: `calc(var(--row-max) * ${ratioOf(image)})`,
      }}
      data-image-id={image.id}
      data-state={image.state}
      data-selected={isSelected}
    >
      <button
        type="button"
        data-tile-button
        tabIndex={isTabStop ? 0 : -1}
        aria-current={isOpen}
        onClick={(event) => selection.press(event, image.id) || open(image.id)}
        className="isolate block size-full overflow-hidden rounded-sm outline-offset-2 focus-visible:outline-2 aria-[current=true]:outline-2 aria-[current=true]:outline-ink"
      >
        <span
          className={`block size-full transition-[opacity,scale] ${image.rejected ? "opacity-35" : ""} ${isSelected ? "scale-[0.94]" : ""}`}
        >
          <TilePicture generation={generation} image={image} />
        </span>
      </button>
      <TileStatus generation={generation} image={image} isTabStop={isTabStop} />
      {image.state === "completed" && (
        <TileActions generation={generation} image={image} isTabStop={isTabStop} />
      )}
      <TileReviewHost image={image} />
      <TileCheck
        imageId={image.id}
        place={place}
        isSelected={isSelected}
        isTabStop={isTabStop}
        side={image.state === "completed" ? "bottom" : "top"}
      />
      {isSelected && (
        <span
          aria-hidden
          className="pointer-events-none absolute inset-0 rounded-sm outline-2 outline-ink -outline-offset-2"
        />
      )}
    </li>
  );
});
