import { lazy, Suspense } from "react";
import { useIsFilterPending } from "@/lib/client/filter/use-filter";
import { visibleImages } from "@/lib/client/gallery/gallery-lookup";
import type { GalleryListProps } from "./gallery-list-props";
import { PlainList } from "./plain-list";

/** Fetched by sessions that need it. Not `next/dynamic`, as in gallery-block.tsx. */
const VirtualList = lazy(() => import("./virtual-list").then((module) => ({ default: module.VirtualList })));

/** Hardly ever needed. */
const NothingShown = lazy(() =>
  import("./nothing-shown").then((module) => ({ default: module.NothingShown })),
);

/** With ten pictures a block, 100 tiles: as many as a browser draws without noticing. */
const PLAIN_BLOCKS_MAX = 10;

/** The blocks of the session: all of them while they are few, else those near the screen. */
export function GalleryList(props: GalleryListProps) {
  const { state, rows } = props;
  const isPending = useIsFilterPending();
  if (isPending) return null;
  const isWhole = state.olderCursor === null;
  if (isWhole && rows.length === 0) {
    return (
      <Suspense>
        <NothingShown isLeftOut={visibleImages(state).length > 0} />
      </Suspense>
    );
  }
  if (isWhole && rows.length <= PLAIN_BLOCKS_MAX) return <PlainList {...props} />;
  return (
    <Suspense>
      <VirtualList {...props} />
    </Suspense>
  );
}
