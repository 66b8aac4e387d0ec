import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import type { MouseEvent } from "react";

const HREF = "/search";

/** The way to the search. Not `next/link`: what that does beyond this is 4 KB of every first load. */
export function FindLink() {
  const { push } = useRouter();
  const follow = (event: MouseEvent) => {
    // Another tab or window is the browser's.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    push(HREF);
  };
  return (
    <a
      href={HREF}
      onClick={follow}
      aria-label="Find pictures"
      data-tooltip="Find pictures"
      data-tooltip-side="bottom"
      data-tooltip-align="end"
      className="inline-grid size-icon place-items-center rounded-sm text-ink-muted transition-colors hover:bg-hover hover:text-ink"
    >
      <Search aria-hidden size={16} strokeWidth={1.75} />
    </a>
  );
}
