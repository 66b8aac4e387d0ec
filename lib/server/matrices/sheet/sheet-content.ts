import "server-only";
import type { Image } from "@/lib/domain/generation/image";
import { STATE_WORDS } from "@/lib/domain/generation/state-words";
import type { Matrix } from "@/lib/domain/matrix/matrix";
import { gridOf } from "@/lib/domain/matrix/matrix-grid";
import { countWords } from "@/lib/domain/text/count-words";
import type { MatrixWithCells } from "../read-matrix";

/** What stands in a cell: its finished pictures, marked where they are sketches, or in words why there is none. */
export type SheetCell =
  | { kind: "pictures"; images: { id: string }[]; isSketch: boolean }
  | { kind: "words"; title: string; more: string };

export type SheetContent = {
  title: string;
  rows: string[];
  columns: string[];
  /** By row, then by column. */
  cells: SheetCell[][];
  /** Width over height that every cell reserves. */
  aspect: number;
  summary: string;
};

/** What a sheet of a matrix shows. A cell that was struck has no generation. */
export function sheetContentOf({ matrix, generations, images }: MatrixWithCells): SheetContent {
  const ofGeneration = Map.groupBy(images, ({ generationId }) => generationId);
  const grid = gridOf(matrix, generations, ({ cell }) => cell);
  const { template, rowLabels: rows, columnLabels: columns } = matrix;
  return {
    title: template,
    rows,
    columns,
    cells: grid.map((row) =>
      row.map((generation) =>
        generation
          ? cellOf(ofGeneration.get(generation.id) ?? [], generation.isSketch)
          : { kind: "words", title: "Struck", more: "" },
      ),
    ),
    aspect: aspectOf(images),
    summary: summaryOf(matrix, images),
  };
}

function cellOf(images: Image[], isSketch: boolean): SheetCell {
  const kept = images.filter(({ deletedAt }) => deletedAt === null);
  const completed = kept.filter(({ state }) => state === "completed");
  if (completed.length > 0) return { kind: "pictures", images: completed, isSketch };
  const [first] = kept;
  return first ? wordsOf(first, isSketch) : { kind: "words", title: "In the trash", more: "" };
}

function wordsOf(image: Image, isSketch: boolean): SheetCell {
  switch (image.state) {
    case "waiting":
    case "developing":
      return { kind: "words", title: STATE_WORDS[image.state], more: "" };
    case "failed":
    case "cancelled":
    case "unknown":
      return { kind: "words", title: STATE_WORDS[image.state], more: image.failure.message };
    case "completed":
      return { kind: "pictures", images: [image], isSketch };
  }
}

/** The shape that most pictures have, kept within what a grid bears. */
function aspectOf(images: readonly Image[]): number {
  const aspects = images.map(({ widthPx, heightPx }) => widthPx / heightPx).sort((a, b) => a - b);
  const middle = aspects[Math.floor(aspects.length / 2)] ?? 1;
  return Math.min(2, Math.max(0.5, middle));
}

function summaryOf(matrix: Matrix, images: readonly Image[]): string {
  const finished = images.filter(({ state }) => state === "completed").length;
  const count = `${finished} of ${countWords(images.length, "picture")} finished`;
  return `${count} · ${matrix.createdAt.slice(0, 10)}`;
}
