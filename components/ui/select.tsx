import { ChevronsUpDown } from "lucide-react";
import type { ComponentProps } from "react";

/** A native `<select>` in the studio's dress: the list is the system's own, on every device. */
export function Select({ className = "", children, ...rest }: ComponentProps<"select">) {
  return (
    <div className={`relative ${className}`}>
      <select
        {...rest}
        className="frame h-control w-full appearance-none truncate bg-field pr-7 pl-2 text-ink"
      >
        {children}
      </select>
      <ChevronsUpDown
        aria-hidden
        size={13}
        className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-ink-faint"
      />
    </div>
  );
}
