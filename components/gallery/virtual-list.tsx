import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useState } from "react";
import { useOlder } from "@/components/gallery/live/use-older";
import { estimateBlockHeightPx } from "./block/block-height";
import { BLOCK_CLASS, GalleryBlock } from "./block/gallery-block";
import type { GalleryEntry } from "./gallery-entries";
import type { GalleryListProps } from "./gallery-list-props";
import { useTopOnNew } from "./live/use-top-on-new";
import { OlderNotice } from "./older-notice";
import { useElementWidth } from "./use-element-width";
import { useFollowOpen, useTabStop } from "./use-gallery-focus";

/** Before anything is measured: the first blocks of a desk's screen. */
const FIRST_RECT = { width: 1040, height: 1000 };
/** Blocks kept beyond each edge of what is seen. With ten pictures a block, 60 tiles. */
const OVERSCAN = 3;

/**
 * Only the blocks near the screen exist. They stand in the normal flow between two paddings that
 * stand for the others, so the first paint needs no script and blocks may be as high as they are.
 */
export function VirtualList({ state, rows, openId, scrollerRef }: GalleryListProps) {
  const [list, setList] = useState<HTMLElement | null>(null);
  const widthPx = useElementWidth(list, FIRST_RECT.width);
  const older = useOlder(state);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollerRef.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: (index) => heightOf(rows, index, widthPx),
    initialRect: FIRST_RECT,
    overscan: OVERSCAN,
    useFlushSync: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another width makes every measured height wrong.
  useEffect(() => virtualizer.measure(), [virtualizer, widthPx]);
  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  const isNearEnd = (last?.index ?? -1) >= rows.length - 1 - OVERSCAN;
  const { load } = older;
  useEffect(() => {
    if (isNearEnd) load();
  }, [isNearEnd, load]);
  const shown = items.flatMap(({ index }) => rows[index] ?? []);
  const { tabStopId, onFocus } = useTabStop(shown, openId);
  useFollowOpen(list, openId, widthPx, (imageId) => virtualizer.scrollToIndex(placeOf(rows, imageId)));
  useTopOnNew(rows, scrollerRef);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only remembers which tile had the focus. */}
      <div
        ref={setList}
        onFocus={onFocus}
        style={{
          paddingTop: first?.start ?? 0,
          paddingBottom: last ? virtualizer.getTotalSize() - last.end : 0,
        }}
      >
        {items.map(({ index, key }) => {
          const row = rows[index];
          return row ? (
            <div key={key} ref={virtualizer.measureElement} data-index={index} className={BLOCK_CLASS}>
              <GalleryBlock row={row} tabStopId={tabStopId} openId={openId} />
            </div>
          ) : null;
        })}
      </div>
      <OlderNotice older={older} />
    </>
  );
}

function heightOf(rows: readonly GalleryEntry[], index: number, widthPx: number): number {
  const row = rows[index];
  return row ? estimateBlockHeightPx(row, widthPx) : 0;
}

function placeOf(rows: readonly GalleryEntry[], imageId: string): number {
  return rows.findIndex(({ images }) => images.some(({ id }) => id === imageId));
}
