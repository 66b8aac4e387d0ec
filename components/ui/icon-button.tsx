import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";

type IconButtonProps = Omit<ComponentProps<"button">, "children" | "aria-label"> & {
  icon: LucideIcon;
  /** The accessible name, shown as a tooltip too. */
  label: string;
  /** The key that does the same, shown after the name ("F"). */
  keys?: string;
  /** Where the tooltip stands, where the default (above, centred) would be cut off. */
  tooltipSide?: "top" | "bottom";
  tooltipAlign?: "start" | "center" | "end";
  /** Fills the icon, for something that is switched on. */
  filled?: boolean;
  /** On top of pictures: light on a dark veil, whatever the theme. */
  overPicture?: boolean;
};

const PLAIN = "text-ink-muted hover:bg-hover hover:text-ink aria-pressed:text-ink";
const OVER_PICTURE = "bg-veil text-on-veil hover:bg-veil-strong";

/** A square button that shows an icon only: 28 px, 44 px on a phone. A toggle says so with `aria-pressed`. */
export function IconButton({
  icon: Icon,
  label,
  keys,
  tooltipSide = "top",
  tooltipAlign = "center",
  filled = false,
  overPicture = false,
  className = "",
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      {...(keys && { "aria-keyshortcuts": keys })}
      data-tooltip={keys ? `${label}  ${keys}` : label}
      data-tooltip-side={tooltipSide}
      data-tooltip-align={tooltipAlign}
      className={`inline-grid size-icon shrink-0 place-items-center rounded-sm transition-colors disabled:opacity-40 ${overPicture ? OVER_PICTURE : PLAIN} ${className}`}
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} {...(filled && { fill: "currentColor" })} />
    </button>
  );
}
