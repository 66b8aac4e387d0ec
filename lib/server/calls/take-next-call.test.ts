import { afterAll, beforeAll, expect, test } from "vitest";
import { createMatrix } from "@/lib/server/matrices/create-matrix";
import {
  endedImages,
  gate,
  matrixInput,
  openTestStudio,
  type TestStudio,
} from "@/lib/server/testing/matrix-studio.fixture";
import { LOCAL_OWNER } from "@/lib/server/viewer";

let studio: TestStudio;
beforeAll(async () => {
  studio = await openTestStudio({ callsAtOnce: 1 });
}, 60_000);
afterAll(() => studio.close());

const create = (template: string) =>
  createMatrix(studio.services, LOCAL_OWNER, matrixInput(studio, { template }));

test("a single prompt is next, not behind a matrix, and lanes take turns", async () => {
  const { open, opened } = gate();
  studio.script(async (_, nth) => {
    if (nth === 0) await opened;
    return null;
  });
  const first = await create("A {red|blue|green|white|black} house");
  await expect.poll(() => studio.sent).toHaveLength(1);
  const second = await create("A {small|large} boat");
  const single = await studio.submit("a fox");
  const another = await studio.submit("a bear");
  open();
  for (const { matrix } of [first, second]) await endedImages(studio, matrix.id);
  await studio.ended(single.generation.id);
  await studio.ended(another.generation.id);
  expect(studio.sent).toEqual([
    "A red house",
    "A small boat",
    "a fox",
    "A blue house",
    "A large boat",
    "a bear",
    "A green house",
    "A white house",
    "A black house",
  ]);
});
