import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";

const BUTTON =
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-sm font-medium transition-colors";

const VARIANTS = {
  /** The one thing a view is for. */
  primary:
    "bg-accent text-on-accent font-semibold hover:bg-accent-hover aria-disabled:bg-accent aria-disabled:opacity-70",
  /** Stands beside the primary one. */
  secondary: "border border-line-strong bg-field text-ink hover:border-line-heavy hover:bg-hover",
  /** Recedes until it is pointed at. */
  quiet: "text-ink-muted hover:bg-hover hover:text-ink",
  danger: "border border-line-strong bg-field text-danger hover:border-danger hover:bg-danger-soft",
} as const;

const SIZES = {
  /** As high as a field: 32 px, 44 px on a phone. */
  md: "h-control px-3",
  /** For rows of small actions: 28 px, 44 px on a phone. */
  sm: "h-icon px-2 text-caption",
} as const;

export type ButtonVariant = keyof typeof VARIANTS;

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: keyof typeof SIZES;
  icon?: LucideIcon;
};

/**
 * A button with words, and an icon before them where it helps. `type` is "button" unless said
 * otherwise; every attribute of the element may be given.
 */
export function Button({
  variant = "secondary",
  size = "md",
  icon: Icon,
  className = "",
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`${BUTTON} disabled:opacity-50 ${VARIANTS[variant]} ${SIZES[size]} ${className}`}
    >
      {Icon && <Icon aria-hidden size={14} strokeWidth={2} />}
      {children}
    </button>
  );
}
