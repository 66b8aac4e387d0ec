import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "@/lib/domain/errors/app-error";
import type { StudioEvent } from "@/lib/domain/gallery/events";
import { readGallery } from "@/lib/server/sessions/read-gallery";
import {
  endedImages,
  inState,
  matrixInput,
  openTestStudio,
  type TestStudio,
} from "@/lib/server/testing/matrix-studio.fixture";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { createMatrix } from "./create-matrix";

let events: StudioEvent[];
let stopWatching = () => {};
let studio: TestStudio;

beforeAll(async () => {
  studio = await openTestStudio();
}, 60_000);
beforeEach(() => {
  events = [];
  const take = (event: StudioEvent | "gap") => event !== "gap" && events.push(event);
  stopWatching = studio.services.watchers.watch(studio.sessionId, take);
  studio.script(async () => null);
});
afterEach(() => stopWatching());
afterAll(() => studio.close());

const create = (changes: object) => createMatrix(studio.services, LOCAL_OWNER, matrixInput(studio, changes));

describe("a matrix", () => {
  test("makes a generation of every cell that is not struck, and tells those who look", async () => {
    const { matrix, generations, images } = await create({ struck: [{ row: 1, column: 0 }] });
    expect(matrix).toMatchObject({
      rowLabels: ["red", "blue"],
      columnLabels: ["dawn", "dusk"],
      capUsd: null,
    });
    expect(generations.map(({ prompt, cell, matrixId }) => [prompt, cell, matrixId])).toEqual([
      ["A red house at dawn", { row: 0, column: 0 }, matrix.id],
      ["A red house at dusk", { row: 0, column: 1 }, matrix.id],
      ["A blue house at dusk", { row: 1, column: 1 }, matrix.id],
    ]);
    expect(images).toHaveLength(3);
    expect(inState(await endedImages(studio, matrix.id), "completed")).toHaveLength(3);
    expect(events).toContainEqual({ type: "matrix-changed", matrix });
    expect(studio.sent).toHaveLength(3);
  });

  test("is one matrix however often the same key comes, at once or later", async () => {
    const input = { idempotencyKey: uuidv7() };
    const [first, second] = await Promise.all([create(input), create(input)]);
    const third = await create({ ...input, template: "something else" });
    expect(first.generations).toHaveLength(4);
    for (const other of [second, third]) {
      expect(other.matrix).toEqual(first.matrix);
      expect(other.generations).toEqual(first.generations);
    }
    await endedImages(studio, first.matrix.id);
    expect(studio.sent).toHaveLength(4);
  });

  test("stays whole in the gallery, however many cells it has", async () => {
    const template = `{${Array.from({ length: 26 }, (_, index) => `house ${index}`).join("|")}}`;
    const { matrix } = await create({ template });
    const params = { sessionId: studio.sessionId, before: null };
    const gallery = await readGallery(studio.services.database.drizzle, LOCAL_OWNER, params);
    expect(gallery.generations.filter(({ matrixId }) => matrixId === matrix.id)).toHaveLength(26);
    expect(gallery.matrices).toContainEqual(matrix);
    expect(gallery.olderCursor).toBe(gallery.generations.at(-1)?.id);
    await endedImages(studio, matrix.id);
  });

  test.each([
    [{ template: "A {red|blue house" }, "template", "Character 3: this { is never closed"],
    [{ template: "{a|b}".repeat(9) }, "template", "This makes 512 prompts"],
    [{ axes: [{ kind: "model", values: ["dall-e-3", "nobody"] }] }, "cells.0.1", "does not know the model"],
    [
      { axes: [{ kind: "option", name: "quality", values: ["hd", "ultra"] }] },
      "cells.0.1",
      "red, dawn, Quality Ultra",
    ],
    [{ axes: [{ kind: "model", values: ["new-model"] }], capUsd: 1 }, "cells.0.0", "its price is not known"],
    [{ template: "A house", struck: [{ row: 0, column: 0 }] }, "struck", "nothing to generate"],
    [{ struck: [{ row: 0, column: 7 }] }, "struck", "outside the matrix"],
    [{ sessionId: uuidv7() }, "sessionId", "no such session"],
    [{ parentImageId: uuidv7() }, "parentImageId", "no such picture"],
  ])("is refused wholly, with the field: %j", async (changes, field, message) => {
    const key = uuidv7();
    const refused = await create({ ...changes, idempotencyKey: key }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AppError);
    expect(refused).toMatchObject({
      code: "invalid_input",
      fields: expect.arrayContaining([expect.objectContaining({ field })]),
    });
    expect(refused).toMatchObject({ message: expect.stringContaining(message) });
    // Nothing of it was written: the key is free.
    const { matrix, generations } = await create({ idempotencyKey: key, template: "A house" });
    expect(generations).toHaveLength(1);
    await endedImages(studio, matrix.id);
  });

  test("of a model without a price is made where there is no cap", async () => {
    const { matrix, generations } = await create({
      base: { modelId: "new-model", options: {}, imageCount: 1 },
    });
    expect(generations.map(({ estimateUsd }) => estimateUsd)).toEqual([null, null, null, null]);
    expect(inState(await endedImages(studio, matrix.id), "completed")).toHaveLength(4);
  });
});
