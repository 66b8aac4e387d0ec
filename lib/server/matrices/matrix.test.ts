import sharp from "sharp";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { AppError } from "@/lib/domain/app-error";
import type { StudioEvent } from "@/lib/domain/events";
import type { Image } from "@/lib/domain/image";
import { toMicroUsd } from "@/lib/domain/micro-usd";
import { readGallery } from "@/lib/server/generations/read-gallery";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { createMatrix } from "./create-matrix";
import { matrixInput, openTestStudio, type TestStudio } from "./matrix-studio.fixture";
import { readMatrix } from "./read-matrix";
import { answerSheet } from "./sheet/contact-sheet";
import { sheetContentOf } from "./sheet/sheet-content";
import { stopMatrix } from "./stop-matrix";

let studio: TestStudio;
let events: StudioEvent[];
let stopWatching = () => {};

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

const eight = "A {red|blue|green|white|black|grey|pink|brown} house";
const priceUsd = 0.04;

const create = (changes: object) => createMatrix(studio.services, LOCAL_OWNER, matrixInput(studio, changes));
const read = (id: string) => readMatrix(studio.services.database.drizzle, LOCAL_OWNER, id);

/** The matrix's pictures once nothing more happens to them. */
async function endedImages(id: string): Promise<Image[]> {
  return vi.waitFor(
    async () => {
      const { images } = await read(id);
      expect(images.filter(({ state }) => state === "waiting" || state === "developing")).toEqual([]);
      return images;
    },
    { timeout: 20_000, interval: 50 },
  );
}

const inState = <State extends Image["state"]>(images: Image[], state: State) =>
  images.filter((image): image is Extract<Image, { state: State }> => image.state === state);
const spentMicroUsd = (images: Image[]) =>
  inState(images, "completed").reduce((sum, { costUsd }) => sum + toMicroUsd(costUsd ?? 0), 0);

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

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
    expect(inState(await endedImages(matrix.id), "completed")).toHaveLength(3);
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
    await endedImages(first.matrix.id);
    expect(studio.sent).toHaveLength(4);
  });

  test("stays whole in the gallery, however many cells it has", async () => {
    const template = `{${Array.from({ length: 40 }, (_, index) => `house ${index}`).join("|")}}`;
    const { matrix } = await create({ template });
    const params = { sessionId: studio.sessionId, before: null };
    const gallery = await readGallery(studio.services.database.drizzle, LOCAL_OWNER, params);
    expect(gallery.generations.filter(({ matrixId }) => matrixId === matrix.id)).toHaveLength(40);
    expect(gallery.matrices).toContainEqual(matrix);
    expect(gallery.olderCursor).toBe(gallery.generations.at(-1)?.id);
    await endedImages(matrix.id);
  });

  test.each([
    [{ template: "A {red|blue house" }, "template", "Character 3: this { is never closed"],
    [{ template: "{a|b}".repeat(9) }, "template", "This makes 512 prompts"],
    [{ axes: [{ kind: "model", values: ["dall-e-3", "nobody"] }] }, "cells.0.1", "does not know the model"],
    [
      { axes: [{ kind: "option", name: "quality", values: ["hd", "ultra"] }] },
      "cells.0.1",
      "red, dawn, Quality ultra",
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
    await endedImages(matrix.id);
  });

  test("of a model without a price is made where there is no cap", async () => {
    const { matrix, generations } = await create({
      base: { modelId: "new-model", options: {}, imageCount: 1 },
    });
    expect(generations.map(({ estimateUsd }) => estimateUsd)).toEqual([null, null, null, null]);
    expect(inState(await endedImages(matrix.id), "completed")).toHaveLength(4);
  });
});

describe("the cap of a matrix", () => {
  test.each([
    [0.12, 3],
    [0.1199, 2],
    [0.32, 8],
    [0.039999, 0],
  ])("of $%d stops exactly after the calls that fit, with eight workers at once", async (capUsd, count) => {
    let atOnce = 0;
    let mostAtOnce = 0;
    studio.script(async () => {
      mostAtOnce = Math.max(mostAtOnce, ++atOnce);
      await vi.waitFor(() => expect(mostAtOnce).toBe(count), { timeout: 5_000 });
      atOnce--;
      return null;
    });
    const { matrix } = await create({ template: eight, capUsd });
    const images = await endedImages(matrix.id);
    expect(studio.sent).toHaveLength(count);
    expect(spentMicroUsd(images)).toBe(count * toMicroUsd(priceUsd));
    const cancelled = inState(images, "cancelled").map(({ failure }) => failure);
    expect(cancelled).toHaveLength(8 - count);
    for (const failure of cancelled) expect(failure).toMatchObject({ code: "cap_reached", billed: "no" });
  });

  test("says which cap it was and what to do", async () => {
    const { matrix } = await create({ template: eight, capUsd: 0.01 });
    const [image] = inState(await endedImages(matrix.id), "cancelled");
    expect(image?.failure).toEqual({
      code: "cap_reached",
      message: "The matrix reached its cap of $0.01.",
      billed: "no",
      todo: "Raise the cap or strike cells, then generate the rest.",
    });
  });

  test("gives the room of calls that cost less than their estimate to those that wait", async () => {
    const base = { modelId: "gpt-image-2", options: { quality: "low", size: "1024x1024" }, imageCount: 1 };
    // 100 output tokens at $30 a million; the estimate is 272 and the words.
    studio.script(async () => ({ textInputTokens: 0, imageInputTokens: 0, outputTokens: 100 }));
    const { matrix, generations } = await create({ template: eight, base, capUsd: 0.02 });
    const estimate = toMicroUsd(generations[0]?.estimateUsd ?? 0);
    const images = await endedImages(matrix.id);
    const spent = spentMicroUsd(images);
    expect(estimate).toBeGreaterThan(2 * 3_000);
    expect(spent).toBe(studio.sent.length * 3_000);
    // Two estimates fit at once; the true costs make room for more, until the next estimate does not fit.
    expect(studio.sent.length).toBeGreaterThan(2);
    expect(spent + estimate > 20_000 || studio.sent.length === 8).toBe(true);
  });

  test("counts a call of unknown outcome at its estimate", async () => {
    studio.script(async (_, nth) => {
      if (nth === 0) throw new AppError("timed_out");
      return null;
    });
    const { matrix } = await create({ template: eight, capUsd: 0.12 });
    const images = await endedImages(matrix.id);
    expect(studio.sent).toHaveLength(3);
    expect(images.map(({ state }) => state).sort()).toEqual([
      ...Array(5).fill("cancelled"),
      ...Array(2).fill("completed"),
      "unknown",
    ]);
  });

  test("does not count a call that was refused unbilled", async () => {
    studio.script(async (_, nth) => {
      if (nth < 2) throw new AppError("moderation_blocked");
      return null;
    });
    const { matrix } = await create({ template: eight, capUsd: 0.12 });
    const images = await endedImages(matrix.id);
    expect(studio.sent).toHaveLength(5);
    expect(inState(images, "completed")).toHaveLength(3);
  });

  test("counts every call of a cell by its own part", async () => {
    const base = { modelId: "dall-e-3", options: { quality: "standard" }, imageCount: 3 };
    const { matrix } = await create({ template: "A {red|blue} house", base, capUsd: 0.16 });
    const images = await endedImages(matrix.id);
    expect(studio.sent).toHaveLength(4);
    expect(spentMicroUsd(images)).toBe(160_000);
  });
});

describe("the contact sheet", () => {
  test("shows a matrix as it stands, as one PNG and as a PDF to download", async () => {
    const { matrix } = await create({ capUsd: 0.08, struck: [{ row: 0, column: 0 }] });
    await endedImages(matrix.id);
    const content = sheetContentOf(await read(matrix.id));
    expect(
      content.cells
        .flat()
        .map((cell) => (cell.kind === "words" ? cell.title : "picture"))
        .sort(),
    ).toEqual(["Cancelled", "Struck", "picture", "picture"]);
    expect(content).toMatchObject({
      aspect: 1,
      summary: expect.stringContaining("2 of 3 pictures finished"),
    });
    const png = await answerSheet(studio.services, LOCAL_OWNER, matrix.id, "png");
    expect(png.headers.get("content-type")).toBe("image/png");
    expect(await sharp(await png.arrayBuffer()).metadata()).toMatchObject({ format: "png", width: 1024 });
    const pdf = await answerSheet(studio.services, LOCAL_OWNER, matrix.id, "pdf");
    expect(pdf.headers.get("content-disposition")).toMatch(/^attachment; filename="matrix-[\d-]+\.pdf"$/);
    expect(Buffer.from(await pdf.arrayBuffer()).toString("latin1")).toMatch(/^%PDF-/);
    const foreign = answerSheet(studio.services, { id: "someone" }, matrix.id, "png");
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("stopping a matrix", () => {
  test("lets calls that were sent finish, and never sends the others", async () => {
    const { open, opened } = gate();
    studio.script(async () => {
      await opened;
      return null;
    });
    const twelve = `${eight} {at dawn|at dusk}`;
    const { matrix } = await create({ template: twelve });
    await vi.waitFor(() => expect(studio.sent).toHaveLength(8), { timeout: 10_000 });
    const stopped = await stopMatrix(studio.services, LOCAL_OWNER, matrix.id);
    expect(stopped).toMatchObject({ version: matrix.version + 1, stoppedAt: expect.any(String) });
    expect(await stopMatrix(studio.services, LOCAL_OWNER, matrix.id)).toEqual(stopped);
    open();
    const images = await endedImages(matrix.id);
    expect(studio.sent).toHaveLength(8);
    expect(inState(images, "completed")).toHaveLength(8);
    for (const { failure } of inState(images, "cancelled"))
      expect(failure).toMatchObject({
        code: "stopped",
        billed: "no",
        message: "Stopped before it was sent.",
      });
    expect(inState(images, "cancelled")).toHaveLength(8);
    await vi.waitFor(() => expect(events).toContainEqual({ type: "matrix-changed", matrix: stopped }));
  });

  test("ends a call that comes back to be sent again", async () => {
    const { open, opened } = gate();
    studio.script(async () => {
      await opened;
      throw new AppError("rate_limited", { retryAfterMs: 1 });
    });
    const { matrix } = await create({ template: "A house" });
    await vi.waitFor(() => expect(studio.sent).toHaveLength(1), { timeout: 10_000 });
    await stopMatrix(studio.services, LOCAL_OWNER, matrix.id);
    open();
    const [image] = await endedImages(matrix.id);
    expect(image).toMatchObject({ state: "cancelled", failure: { code: "stopped" } });
    expect(studio.sent).toHaveLength(1);
  });

  test("does not find another viewer's", async () => {
    const { matrix } = await create({ template: "A house" });
    const foreign = stopMatrix(studio.services, { id: "someone" }, matrix.id);
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    const reading = readMatrix(studio.services.database.drizzle, { id: "someone" }, matrix.id);
    await expect(reading).rejects.toMatchObject({ code: "not_found" });
    await endedImages(matrix.id);
  });
});
