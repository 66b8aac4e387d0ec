import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { type Direction, spatialMove } from "@/lib/client/layout/spatial-move";
import { filledRows } from "./filled-rows";
import { SearchTile } from "./search-tile";
import type { Found } from "./use-search";

const GAP_PX = 8;
const PADDING_PX = 16;
const ROW_PX = { phone: 160, desk: 220 } as const;
const DESK_FROM_PX = 640;
const OVERSCAN = 4;
const FIRST_WIDTH_PX = 1200;

const DIRECTIONS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

type SearchResultsProps = {
  /** Another one begins at the top. */
  address: string;
  found: readonly Found[];
  /** These are of the search before; the answer is on its way. */
  isStale: boolean;
  isMore: boolean;
  onEnd(): void;
  children: ReactNode;
};

/** Pictures in rows that fill the width. Only the rows near the screen exist; arrows move among them. */
export function SearchResults({ address, found, isStale, isMore, onEnd, children }: SearchResultsProps) {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const [widthPx, setWidthPx] = useState(FIRST_WIDTH_PX);
  const [activeId, setActiveId] = useState<string | null>(null);
  useEffect(() => {
    const scroller = scrollerRef.current;
    if (!scroller) return;
    const observer = new ResizeObserver(
      ([entry]) => entry && setWidthPx(Math.floor(entry.contentRect.width)),
    );
    observer.observe(scroller);
    return () => observer.disconnect();
  }, []);
  const rows = useMemo(() => {
    const heightPx = widthPx < DESK_FROM_PX ? ROW_PX.phone : ROW_PX.desk;
    const ratios = found.map(({ image }) => image.widthPx / image.heightPx);
    return filledRows(ratios, { widthPx, heightPx, gapPx: GAP_PX });
  }, [found, widthPx]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollerRef.current,
    estimateSize: (index) => (rows[index]?.heightPx ?? 0) + GAP_PX,
    overscan: OVERSCAN,
    paddingStart: PADDING_PX,
    paddingEnd: PADDING_PX,
    useFlushSync: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows have other heights.
  useEffect(() => virtualizer.measure(), [virtualizer, rows]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search is another list.
  useEffect(() => {
    scrollerRef.current?.scrollTo({ top: 0 });
  }, [address]);
  const items = virtualizer.getVirtualItems();
  const isNearEnd = (items.at(-1)?.index ?? -1) >= rows.length - 1 - OVERSCAN;
  useEffect(() => {
    if (isNearEnd && isMore) onEnd();
  }, [isNearEnd, isMore, onEnd]);
  const stopId = found.some(({ image }) => image.id === activeId) ? activeId : (found[0]?.image.id ?? null);
  return (
    <div
      ref={scrollerRef}
      aria-busy={isStale}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain bg-canvas px-4 transition-opacity aria-busy:opacity-60 max-desk:px-3"
    >
      {found.length > 0 && (
        <ul
          aria-label="Found pictures"
          onKeyDown={moveByArrows}
          style={{ height: virtualizer.getTotalSize() }}
          className="relative"
        >
          {items.flatMap(({ index, start }) => {
            const row = rows[index];
            if (!row) return [];
            const inRow = found.slice(row.start, row.start + row.count);
            return inRow.map((entry, place) => (
              <SearchTile
                key={entry.image.id}
                entry={entry}
                isTabStop={entry.image.id === stopId}
                onFocus={setActiveId}
                box={{ ...tileBox(inRow, place, row.heightPx), top: start }}
              />
            ));
          })}
        </ul>
      )}
      <div className="py-10">{children}</div>
    </div>
  );
}

function tileBox(inRow: readonly Found[], place: number, heightPx: number) {
  const widthOf = ({ image }: Found) => (image.widthPx / image.heightPx) * heightPx;
  const left = inRow.slice(0, place).reduce((sum, entry) => sum + widthOf(entry) + GAP_PX, 0);
  const entry = inRow[place];
  return { left, width: entry ? widthOf(entry) : 0, height: heightPx };
}

function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const direction = DIRECTIONS[event.key];
  if (!direction || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("a")];
  const from = links.findIndex((link) => link.matches(":focus"));
  const boxes = links.map((link) => link.getBoundingClientRect());
  const to = spatialMove(boxes, from, direction);
  event.preventDefault();
  if (to === null) return;
  links[to]?.focus({ preventScroll: true });
  links[to]?.scrollIntoView({ block: "nearest" });
}
