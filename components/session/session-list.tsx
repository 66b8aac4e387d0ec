import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { focusFirst } from "@/components/ui/focus";
import { LiveRegion } from "@/components/ui/live-region";
import type { SessionShelf } from "@/lib/domain/session/session";
import { SessionItem } from "./session-item";
import { sessionKeys } from "./session-keys";
import type { SessionActions } from "./use-session-actions";
import { useSessionList } from "./use-session-list";

/** Cover, two lines, and room around them; the same on every device, so rows need no measuring. */
const ROW_HEIGHT_PX = 60;
const OVERSCAN = 8;

type SessionListProps = {
  shelf: SessionShelf;
  title: string;
  openId: string;
  actions: SessionActions;
  /** The open session was chosen: there is nowhere to go. */
  onStay(): void;
  /** Arrow up on the first row. */
  onLeaveTop(): void;
};

/** A shelf's sessions, last worked in first. Only the rows near the screen exist; one of them is a tab stop. */
export function SessionList({ shelf, title, openId, actions, onStay, onLeaveTop }: SessionListProps) {
  const { list, hasNextPage, isFetching, isPending, isError, fetchNextPage, refetch } = useSessionList(
    shelf,
    title,
  );
  const scroller = useRef<HTMLDivElement>(null);
  const [wantedIndex, setWantedIndex] = useState(0);
  const [renamingId, setRenamingId] = useState<string | null>(null);
  const isFocusDue = useRef(false);
  const leavingId = useRef<string | null>(null);
  const activeIndex = Math.min(wantedIndex, list.length - 1);
  const virtualizer = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => list[index]?.id ?? index,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: OVERSCAN,
    // The row with the focus stays, however far the list is scrolled.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.max(activeIndex, 0)])].toSorted((a, b) => a - b),
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const isNearEnd = (items.at(-1)?.index ?? 0) >= list.length - OVERSCAN;
  useEffect(() => {
    if (isNearEnd && hasNextPage && !isFetching) void fetchNextPage();
  }, [isNearEnd, hasNextPage, isFetching, fetchNextPage]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at its top.
  useEffect(() => setWantedIndex(0), [title]);

  /** After a move, and when the row that had the focus has left the shelf. */
  useEffect(() => {
    const leaving = leavingId.current;
    if (leaving !== null && !list.some(({ id }) => id === leaving)) {
      leavingId.current = null;
      isFocusDue.current = true;
    }
    if (!isFocusDue.current) return;
    const row = focusFirst(scroller.current, `[data-index='${activeIndex}'] a`, { preventScroll: true });
    if (list.length === 0) onLeaveTop();
    isFocusDue.current = !row && list.length > 0;
  });
  const move = (index: number) => {
    if (index < 0) return onLeaveTop();
    isFocusDue.current = true;
    const next = Math.min(index, list.length - 1);
    virtualizer.scrollToIndex(next);
    setWantedIndex(next);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the rows inside.
    <div
      ref={scroller}
      onKeyDown={sessionKeys({
        sessions: list,
        activeIndex,
        move,
        rename: setRenamingId,
        actions,
        leave: (id) => {
          leavingId.current = id;
        },
      })}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 pb-2 [overflow-anchor:none]"
    >
      <LiveRegion>{isPending ? "" : `${list.length}${hasNextPage ? " or more" : ""} sessions`}</LiveRegion>
      {list.length === 0 && !isPending && (
        <p className="px-2 py-6 text-ink-muted">{emptyWords(shelf, title)}</p>
      )}
      {isError && (
        <p className="flex items-center gap-2 px-2 py-2 text-ink-muted">
          Sessions did not load.
          <Button size="sm" onClick={() => void refetch()}>
            Load them
          </Button>
        </p>
      )}
      {list.length > 0 && (
        <ul aria-label="Sessions" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const session = list[index];
            return session ? (
              <li
                key={session.id}
                data-index={index}
                aria-setsize={hasNextPage ? -1 : list.length}
                aria-posinset={index + 1}
                onFocus={() => setWantedIndex(index)}
                style={{ transform: `translateY(${start}px)`, height: ROW_HEIGHT_PX }}
                className="absolute inset-x-0 top-0"
              >
                <SessionItem
                  session={session}
                  isOpen={session.id === openId}
                  isTabStop={index === activeIndex}
                  isRenaming={session.id === renamingId}
                  actions={actions}
                  onStay={onStay}
                  onRenaming={(isRenaming) => {
                    setRenamingId(isRenaming ? session.id : null);
                    if (!isRenaming) move(index);
                  }}
                  onLeaving={() => {
                    leavingId.current = session.id;
                  }}
                />
              </li>
            ) : null;
          })}
        </ul>
      )}
    </div>
  );
}

const EMPTY_SHELF = {
  current: "No sessions here. Begin a new one above.",
  archived: "Nothing is archived. What is put away here leaves the list and keeps everything.",
  trash: "The trash is empty.",
} as const satisfies Record<SessionShelf, string>;

function emptyWords(shelf: SessionShelf, title: string): string {
  return title === "" ? EMPTY_SHELF[shelf] : `No session here is called “${title}”.`;
}
