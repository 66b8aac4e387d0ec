import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { AppError } from "@/lib/domain/errors/app-error";
import type { Image } from "@/lib/domain/generation/image";
import { ids } from "@/lib/domain/models/image-models-ids.fixture";
import { toMicroUsd } from "@/lib/domain/money/micro-usd";
import { createMatrix } from "@/lib/server/matrices/create-matrix";
import {
  endedImages,
  inState,
  matrixInput,
  openTestStudio,
  type TestStudio,
} from "@/lib/server/testing/matrix-studio.fixture";
import { LOCAL_OWNER } from "@/lib/server/viewer";

let studio: TestStudio;

beforeAll(async () => {
  studio = await openTestStudio();
}, 60_000);
afterAll(() => studio.close());

const eight = "A {red|blue|green|white|black|grey|pink|brown} house";
const priceUsd = 0.04;

const create = (changes: object) => createMatrix(studio.services, LOCAL_OWNER, matrixInput(studio, changes));
const spentMicroUsd = (images: Image[]) =>
  inState(images, "completed").reduce((sum, { costUsd }) => sum + toMicroUsd(costUsd ?? 0), 0);

beforeEach(() => studio.script(async () => null));

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
    const images = await endedImages(studio, matrix.id);
    expect(studio.sent).toHaveLength(count);
    expect(spentMicroUsd(images)).toBe(count * toMicroUsd(priceUsd));
    const cancelled = inState(images, "cancelled").map(({ failure }) => failure);
    expect(cancelled).toHaveLength(8 - count);
    for (const failure of cancelled) expect(failure).toMatchObject({ code: "cap_reached", billed: "no" });
  });

  test("says which cap it was and what to do", async () => {
    const { matrix } = await create({ template: eight, capUsd: 0.01 });
    const [image] = inState(await endedImages(studio, matrix.id), "cancelled");
    expect(image?.failure).toEqual({
      code: "cap_reached",
      message: "The matrix reached its cap of $0.01.",
      billed: "no",
      todo: "Try cells again one by one, or plan the rest anew with a higher cap.",
    });
  });

  test("gives the room of calls that cost less than their estimate to those that wait", async () => {
    const base = { modelId: ids.gptImage2, options: { quality: "low", size: "1024x1024" }, imageCount: 1 };
    // 90 output tokens at $30 a million; the estimate is 196 and the words.
    studio.script(async () => ({ textInputTokens: 0, imageInputTokens: 0, outputTokens: 90 }));
    const { matrix, generations } = await create({ template: eight, base, capUsd: 0.02 });
    const estimate = toMicroUsd(generations[0]?.estimateUsd ?? 0);
    const images = await endedImages(studio, matrix.id);
    const spent = spentMicroUsd(images);
    expect(estimate).toBeGreaterThan(2 * 2_700);
    expect(spent).toBe(studio.sent.length * 2_700);
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
    const images = await endedImages(studio, matrix.id);
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
    const images = await endedImages(studio, matrix.id);
    expect(studio.sent).toHaveLength(5);
    expect(inState(images, "completed")).toHaveLength(3);
  });

  test("counts every call of a cell by its own part", async () => {
    const base = { modelId: "dall-e-3", options: { quality: "standard" }, imageCount: 3 };
    const { matrix } = await create({ template: "A {red|blue} house", base, capUsd: 0.16 });
    const images = await endedImages(studio, matrix.id);
    expect(studio.sent).toHaveLength(4);
    expect(spentMicroUsd(images)).toBe(160_000);
  });
});
