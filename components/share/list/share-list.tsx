import { type UIEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { focusDialog } from "@/components/ui/focus";
import { LiveRegion } from "@/components/ui/live-region";
import { refusalWords } from "@/lib/client/api/refusal-words";
import type { Share } from "@/lib/domain/share/share";
import { ShareItem } from "./share-item";
import { useShareList } from "./use-share-list";

/** So near the end of what is loaded the next page is asked for, in pixels. */
const NEAR_END_PX = 600;

/** Every share there is, with what became of it. Rows beyond the screen cost nothing to draw. */
export function ShareList({ onEdit }: { onEdit(share: Share): void }) {
  const query = useShareList();
  const { list, hasNextPage, isFetchingNextPage, fetchNextPage, error, refetch } = query;
  const scroller = useRef<HTMLDivElement>(null);
  const loadNearEnd = ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }: UIEvent) => {
    const leftPx = scrollHeight - scrollTop - clientHeight;
    if (leftPx < NEAR_END_PX && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  /** The row that had the focus is gone. */
  const focusHeading = () => focusDialog(scroller.current);
  return (
    <div
      ref={scroller}
      onScroll={loadNearEnd}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-2"
    >
      <LiveRegion>{query.isPending ? "" : sharesWords(list.length, hasNextPage)}</LiveRegion>
      {list.length > 0 && (
        <ul aria-label="Shared galleries">
          {list.map((share) => (
            <ShareItem key={share.id} share={share} onEdit={() => onEdit(share)} onGone={focusHeading} />
          ))}
        </ul>
      )}
      {list.length === 0 && !query.isPending && !error && (
        <p className="px-4 py-6 text-ink-muted">
          Nothing is shared. A link shows your pictures to anyone who has it, and brings back what they pick.
        </p>
      )}
      {error && (
        <p role="alert" className="flex flex-wrap items-center gap-2 px-4 py-3">
          {refusalWords(error)}
          <Button size="sm" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      )}
      {hasNextPage && (
        <div className="p-3 text-center">
          <Button size="sm" aria-disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show older
          </Button>
        </div>
      )}
    </div>
  );
}

function sharesWords(count: number, isMore: boolean): string {
  return `${count}${isMore ? " or more" : ""} shared ${count === 1 ? "gallery" : "galleries"}`;
}
