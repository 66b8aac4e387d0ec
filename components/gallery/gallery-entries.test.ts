import { expect, test } from "vitest";
import { NO_FILTER } from "@/lib/client/filter/gallery-filter";
import type { GalleryState } from "@/lib/client/gallery/gallery-state";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import type { Matrix } from "@/lib/domain/matrix/matrix";
import { galleryEntriesOf } from "./gallery-entries";

const AT = "2026-11-22T10:00:00.000Z";
const generation = (id: string, more: Partial<Generation> = {}): Generation => ({
  ...{ id, sessionId: "s", parentImageId: null, matrixId: null, cell: null, version: 1, prompt: id },
  ...{ modelId: "m", options: {}, imageCount: 1, estimateUsd: null, isSketch: false, createdAt: AT },
  ...more,
});
const image = (generationId: string, more: Partial<Image> = {}): Image =>
  ({
    ...{
      id: `${generationId}-image`,
      generationId,
      sessionId: "s",
      index: 0,
      version: 1,
      widthPx: 1,
      heightPx: 1,
    },
    ...{ favourite: false, rejected: false, deletedAt: null, createdAt: AT },
    ...{ state: "waiting", retryAt: null },
    ...more,
  }) as Image;
const matrix: Matrix = {
  ...{ id: "x", sessionId: "s", version: 1, template: "{a|b}", rowLabels: [""], columnLabels: ["a", "b"] },
  ...{ capUsd: null, createdAt: AT, stoppedAt: null },
};
const stateOf = (generations: Generation[], images: Image[]): GalleryState => ({
  session: {
    ...{ id: "s", title: "", version: 1, pictureCount: 0, spentUsd: 0, createdAt: AT, updatedAt: AT },
    ...{ archivedAt: null, deletedAt: null },
  },
  generations,
  images: Object.fromEntries(images.map((row) => [row.generationId, [row]])),
  matrices: { x: matrix },
  olderCursor: null,
});

test("puts the cells of a matrix into one block, first cell first, between its neighbours", () => {
  const cell = (id: string, column: number) => generation(id, { matrixId: "x", cell: { row: 0, column } });
  const generations = [generation("4"), cell("3", 1), cell("2", 0), generation("1")];
  const rows = galleryEntriesOf(
    stateOf(
      generations,
      generations.map(({ id }) => image(id)),
    ),
    NO_FILTER,
  );
  expect(rows.map(({ id }) => id)).toEqual(["4", "x", "1"]);
  expect(rows[1]?.images.map(({ id }) => id)).toEqual(["2-image", "3-image"]);
});

test("leaves out generations of which the filter shows no picture", () => {
  const generations = [generation("2"), generation("1")];
  const state = stateOf(generations, [image("2", { favourite: true }), image("1", { rejected: true })]);
  const idsOf = (filter: typeof NO_FILTER) => galleryEntriesOf(state, filter).map(({ id }) => id);
  expect(idsOf({ ...NO_FILTER, favouritesOnly: true })).toEqual(["2"]);
  expect(idsOf({ ...NO_FILTER, hideRejected: true })).toEqual(["2"]);
  expect(idsOf(NO_FILTER)).toEqual(["2", "1"]);
});

test("finds the generation that another one iterates on", () => {
  const state = stateOf(
    [generation("2", { parentImageId: "1-image" }), generation("1")],
    [image("2"), image("1")],
  );
  const [row] = galleryEntriesOf(state, NO_FILTER);
  expect(row?.kind === "generation" && row.parent?.id).toBe("1");
});
