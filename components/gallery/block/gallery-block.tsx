import { lazy, Suspense } from "react";
import type { GalleryEntry } from "@/components/gallery/gallery-entries";
import { GenerationBlock } from "./generation-block";

/**
 * Most sessions have no matrix. Not `next/dynamic`: on the server that preloads chunks by their names,
 * and for one that is itself in a lazy chunk it names files that do not exist.
 */
const MatrixBlock = lazy(() => import("./matrix-block").then((module) => ({ default: module.MatrixBlock })));

/** The room around a block. */
export const BLOCK_CLASS = "px-4 pt-5 pb-3 [contain:layout_style] @min-[560px]:px-6";

type BlockProps = { row: GalleryEntry; tabStopId: string | null; openId: string | null };

/** A block hears of the two only where they are its own, so that the others need not render again. */
export function GalleryBlock({ row, tabStopId, openId }: BlockProps) {
  const own = (id: string | null) => (row.images.some((image) => image.id === id) ? id : null);
  const shared = { tabStopId: own(tabStopId), openId: own(openId) };
  switch (row.kind) {
    case "generation":
      return (
        <GenerationBlock generation={row.generation} images={row.images} parent={row.parent} {...shared} />
      );
    case "matrix":
      return (
        <Suspense>
          <MatrixBlock row={row} {...shared} />
        </Suspense>
      );
  }
}
