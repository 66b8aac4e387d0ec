import { useVirtualizer } from "@tanstack/react-virtual";
import dynamic from "next/dynamic";
import { type RefObject, useEffect, useState } from "react";
import type { GalleryState } from "@/lib/client/gallery-state";
import { useOlder } from "@/lib/client/use-older";
import { estimateBlockHeightPx } from "./block-height";
import type { GalleryRow } from "./gallery-rows";
import { GenerationBlock } from "./generation-block";
import { OlderNotice } from "./older-notice";
import { useElementWidth } from "./use-element-width";
import { useFollowOpen, useTabStop } from "./use-gallery-focus";
import { useTopOnNew } from "./use-top-on-new";

/** Most sessions have no matrix. */
const MatrixBlock = dynamic(() => import("./matrix-block").then((module) => module.MatrixBlock));

/** Before anything is measured: the first blocks of a desk's screen. */
const FIRST_RECT = { width: 1040, height: 1000 };
/** Blocks kept beyond each edge of what is seen. With ten pictures a block, 60 tiles. */
const OVERSCAN = 3;

type GalleryListProps = {
  state: GalleryState;
  rows: readonly GalleryRow[];
  openId: string | null;
  scrollerRef: RefObject<HTMLElement | null>;
};

/**
 * Only the blocks near the screen exist. They stand in the normal flow between two paddings that
 * stand for the others, so the first paint needs no script and blocks may be as high as they are.
 */
export function GalleryList({ state, rows, openId, scrollerRef }: GalleryListProps) {
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
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className="px-4 pt-5 pb-3 [contain:layout_style] @min-[560px]:px-6"
            >
              <Block row={row} tabStopId={tabStopId} openId={openId} />
            </div>
          ) : null;
        })}
      </div>
      {rows.length === 0 && state.olderCursor === null && (
        <p className="px-6 pt-16 text-center text-ink-muted">No picture of this session is like that.</p>
      )}
      <OlderNotice older={older} />
    </>
  );
}

type BlockProps = { row: GalleryRow; tabStopId: string | null; openId: string | null };

/** A block hears of the two only where they are its own, so that the others need not render again. */
function Block({ row, tabStopId, openId }: BlockProps) {
  const own = (id: string | null) => (row.images.some((image) => image.id === id) ? id : null);
  const shared = { tabStopId: own(tabStopId), openId: own(openId) };
  switch (row.kind) {
    case "generation":
      return (
        <GenerationBlock generation={row.generation} images={row.images} parent={row.parent} {...shared} />
      );
    case "matrix":
      return <MatrixBlock row={row} {...shared} />;
  }
}

function heightOf(rows: readonly GalleryRow[], index: number, widthPx: number): number {
  const row = rows[index];
  return row ? estimateBlockHeightPx(row, widthPx) : 0;
}

function placeOf(rows: readonly GalleryRow[], imageId: string): number {
  return rows.findIndex(({ images }) => images.some(({ id }) => id === imageId));
}
