import { Check } from "lucide-react";
import { useTileContext } from "./tile-context";

/** Seen while the tile is pointed at or has the focus, and on all tiles while someone selects. */
const REVEALED =
  "opacity-0 group-hover/tile:opacity-100 group-has-[:focus-visible]/tile:opacity-100 group-data-[selecting=true]/gallery:opacity-100";
const NOT_FOR_FINGERS = "[@media(hover:none)]:not-group-data-[selecting=true]/gallery:hidden";
const DOT =
  "grid size-5 place-items-center rounded-full border border-on-veil bg-veil text-on-veil group-aria-checked/check:bg-on-veil";

type TileCheckProps = {
  imageId: string;
  place: string;
  isSelected: boolean;
  isTabStop: boolean;
  /** At the foot of a finished picture; the others have their words there. */
  side: "top" | "bottom";
};

const SIDES = { top: "top-1.5", bottom: "bottom-1.5" } as const;

/** The mark of a selected picture, and the way to select it by pointer or touch. */
export function TileCheck({ imageId, place, isSelected, isTabStop, side }: TileCheckProps) {
  const { selection } = useTileContext();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native box on a picture could not be seen on every picture.
    <button
      type="button"
      role="checkbox"
      aria-checked={isSelected}
      aria-label={`Select picture ${place}`}
      tabIndex={isTabStop ? 0 : -1}
      onClick={(event) => {
        if (event.shiftKey) selection.extend(imageId);
        else selection.toggle(imageId);
      }}
      className={`group/check absolute right-1.5 z-2 grid size-icon place-items-center rounded-sm ${SIDES[side]} ${REVEALED} ${NOT_FOR_FINGERS}`}
    >
      <span className={`${DOT} group-aria-checked/check:text-on-light`}>
        <Check
          aria-hidden
          size={13}
          strokeWidth={2.75}
          className="invisible group-aria-checked/check:visible"
        />
      </span>
    </button>
  );
}
