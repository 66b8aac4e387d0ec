import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { AppError } from "@/lib/domain/errors/app-error";
import type { StudioEvent } from "@/lib/domain/gallery/events";
import {
  endedImages,
  gate,
  inState,
  matrixInput,
  openTestStudio,
  type TestStudio,
} from "@/lib/server/testing/matrix-studio.fixture";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { createMatrix } from "./create-matrix";
import { readMatrix } from "./read-matrix";
import { answerSheet } from "./sheet/contact-sheet";
import { sheetContentOf } from "./sheet/sheet-content";
import { stopMatrix } from "./stop-matrix";

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
const eight = "A {red|blue|green|white|black|grey|pink|brown} house";

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
    const images = await endedImages(studio, matrix.id);
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
    const [image] = await endedImages(studio, matrix.id);
    expect(image).toMatchObject({ state: "cancelled", failure: { code: "stopped" } });
    expect(studio.sent).toHaveLength(1);
  });

  test("does not find another viewer's", async () => {
    const { matrix } = await create({ template: "A house" });
    const foreign = stopMatrix(studio.services, { id: "someone" }, matrix.id);
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    const reading = readMatrix(studio.services.database.drizzle, { id: "someone" }, matrix.id);
    await expect(reading).rejects.toMatchObject({ code: "not_found" });
    await endedImages(studio, matrix.id);
  });
});

describe("the contact sheet", () => {
  test("shows a matrix as it stands, as one PNG and as a PDF to download", async () => {
    const { matrix } = await create({ capUsd: 0.08, struck: [{ row: 0, column: 0 }] });
    await endedImages(studio, matrix.id);
    const content = sheetContentOf(
      await readMatrix(studio.services.database.drizzle, LOCAL_OWNER, matrix.id),
    );
    expect(
      content.cells
        .flat()
        .map((cell) => (cell.kind === "words" ? cell.title : "picture"))
        .sort(),
    ).toEqual(["Cancelled", "Struck", "picture", "picture"]);
    expect(content).toMatchObject({
      aspect: 1.5,
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
