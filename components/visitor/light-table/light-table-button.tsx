import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";

const BUTTON =
  "inline-flex h-11 min-w-11 shrink-0 items-center justify-center gap-1.5 rounded-sm px-2.5 font-medium desk:h-9 desk:min-w-9";
const QUIET = "text-ink-muted transition-colors hover:bg-hover hover:text-ink aria-pressed:text-ink";

type LightTableButtonProps = Omit<ComponentProps<"button">, "aria-label"> & {
  icon: LucideIcon;
  label: string;
  /** Shown beside the icon where there is room. */
  words?: string;
  keys: string;
};

/** A control of the light table: an icon for a finger, and its word where there is room. It needs a script, and is not there without. */
export function LightTableButton({
  icon: Icon,
  label,
  words,
  keys,
  className = "",
  ...rest
}: LightTableButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      aria-keyshortcuts={keys}
      {...(!words && { "data-tooltip": label, "data-tooltip-side": "bottom" })}
      className={`${BUTTON} ${QUIET} noscript:hidden ${className}`}
    >
      <Icon aria-hidden size={18} strokeWidth={1.75} />
      {words && <span aria-hidden>{words}</span>}
    </button>
  );
}
