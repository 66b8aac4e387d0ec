import type { LucideIcon } from "lucide-react";

const ICON = "inline-grid size-11 shrink-0 place-items-center rounded-sm desk:size-9";
const QUIET = "text-ink-muted transition-colors hover:bg-hover hover:text-ink";

type ActionLinkProps = {
  icon: LucideIcon;
  /** The accessible name, shown as a tooltip too. */
  label: string;
  /** Where it leads without a script; null where it leads nowhere now. */
  href: string | null;
  keys: string;
  onPress(): void;
  tooltipSide?: "top" | "bottom";
  tooltipAlign?: "start" | "center" | "end";
};

/** A link that does in place what its address would show, and is called a button: it changes this page. */
export function ActionLink({
  icon: Icon,
  label,
  href,
  keys,
  onPress,
  tooltipSide = "top",
  tooltipAlign = "center",
}: ActionLinkProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element leads nowhere without a script.
    <a
      role="button"
      tabIndex={0}
      href={href ?? undefined}
      aria-disabled={href === null}
      aria-label={label}
      aria-keyshortcuts={keys}
      data-tooltip={label}
      data-tooltip-side={tooltipSide}
      data-tooltip-align={tooltipAlign}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        if (href !== null) onPress();
      }}
      onKeyDown={(event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        if (href !== null) onPress();
      }}
      className={`${ICON} ${QUIET} aria-disabled:pointer-events-none aria-disabled:opacity-35`}
    >
      <Icon aria-hidden size={18} strokeWidth={1.75} />
    </a>
  );
}
