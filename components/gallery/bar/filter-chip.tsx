import type { LucideIcon } from "lucide-react";

/** A chip of the bar, as long as it is off. */
export const CHIP =
  "inline-flex h-icon shrink-0 items-center gap-1.5 rounded-sm px-2 font-medium text-caption text-ink-muted transition-colors hover:bg-hover hover:text-ink";

type FilterChipProps = { isOn: boolean; icon?: LucideIcon; onPress(): void; children: string };

/** A choice that is on or off; a narrow screen shows the icon alone. */
export function FilterChip({ isOn, icon: Icon, onPress, children }: FilterChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPress}
      className={`${CHIP} aria-pressed:bg-pressed aria-pressed:text-ink max-desk:min-w-icon max-desk:justify-center`}
    >
      {Icon && <Icon aria-hidden size={13} />}
      <span className={Icon ? "max-desk:sr-only" : ""}>{children}</span>
    </button>
  );
}
