import type { GalleryEntry, GenerationEntry, MatrixEntry } from "@/components/gallery/gallery-entries";
import { ratioOf, rowPlansOf } from "@/components/gallery/row-plans-of";
import { rowGeometryAt } from "@/components/gallery/tile/tile-size";
import { justifiedRows } from "@/lib/client/layout/justified-rows";
import { promptLength } from "@/lib/domain/generation/prompt-length";
import { MATRIX_COLUMN_MAX_PX, MATRIX_COLUMN_MIN_PX } from "./grid-columns";

/** The figures of GenerationHeader and of the block's padding, in pixels. */
const PROMPT_LINE_PX = 22;
const PROMPT_LINES_MAX = 3;
const PROMPT_WIDTH_MAX_PX = 560;
const CHAR_PX = 7.6;
const CHANGES_PX = 24;
const META_PX = 20;
const ABOVE_WALL_PX = 12;
const BLOCK_PADDING_PX = 32;
/** Padding left and right of the wall, by whether the gallery is a desk's. */
const SIDES_PX = { desk: 48, phone: 32 } as const;
const DESK_FROM_PX = 560;

/** How high a block will be, before it exists: its rows exactly, its words about. */
export function estimateBlockHeightPx(row: GalleryEntry, galleryWidthPx: number): number {
  const wallPx = galleryWidthPx - (galleryWidthPx >= DESK_FROM_PX ? SIDES_PX.desk : SIDES_PX.phone);
  switch (row.kind) {
    case "generation":
      return generationHeightPx(row, galleryWidthPx, wallPx);
    case "matrix":
      return matrixHeightPx(row, wallPx);
  }
}

function generationHeightPx(
  { generation, images, parent }: GenerationEntry,
  galleryWidthPx: number,
  wallPx: number,
): number {
  const geometry = rowGeometryAt(galleryWidthPx);
  const rows = justifiedRows(images.map(ratioOf), wallPx, geometry, rowPlansOf(images));
  const wallHeightPx = rows.reduce((sum, row) => sum + row.heightPx, (rows.length - 1) * geometry.gapPx);
  const charsALine = Math.min(wallPx - 90, PROMPT_WIDTH_MAX_PX) / CHAR_PX;
  const lines = Math.min(PROMPT_LINES_MAX, Math.ceil(promptLength(generation.prompt) / charsALine));
  const wordsPx = lines * PROMPT_LINE_PX + (parent ? CHANGES_PX : 0) + META_PX;
  return BLOCK_PADDING_PX + wordsPx + ABOVE_WALL_PX + wallHeightPx;
}

/** About: one tile a cell, as wide as its column. */
function matrixHeightPx({ matrix, images }: MatrixEntry, wallPx: number): number {
  const sharePx = wallPx / (matrix.columnLabels.length + 0.5);
  const columnPx = Math.min(MATRIX_COLUMN_MAX_PX, Math.max(MATRIX_COLUMN_MIN_PX, sharePx));
  const [first] = images;
  const cellPx = first ? columnPx / ratioOf(first) : columnPx;
  return BLOCK_PADDING_PX + MATRIX_HEAD_PX + matrix.rowLabels.length * (cellPx + MATRIX_GAP_PX);
}

const MATRIX_HEAD_PX = 96;
const MATRIX_GAP_PX = 8;
