import { expect, test } from "vitest";
import { AppError } from "@/lib/domain/errors/app-error";
import { failureOf } from "@/lib/domain/errors/failure";
import { imageSchema } from "@/lib/domain/generation/image";
import { type ImageRow, toImage } from "@/lib/server/db/queries/image-row";

const at = new Date("2026-11-22T12:00:00Z");
const id = "0198e2a5-0000-7000-8000-000000000001";

/** A row with every column filled, as it can be when an image has been through everything. */
const full: ImageRow = {
  ...{ id, generationId: id, sessionId: id, viewerId: "local", index: 0, version: 7, state: "waiting" },
  ...{ modelId: "m", searchText: "a fox", searchWords: "", widthPx: 48, heightPx: 32 },
  ...{ retryAt: at, sentAt: at, partialIndex: 1, partialHash: "aa", originalHash: "bb", thumbnailHash: "cc" },
  waitsFor: "storage",
  ...{
    thumbhash: "dd",
    contentType: "image/png",
    sizeBytes: 9,
    revisedPrompt: "a red fox",
    used: { size: "48x32" },
  },
  ...{ costUsd: 0.1, durationMs: 900, failure: failureOf(new AppError("timed_out")) },
  ...{ favourite: true, rejected: false, deletedAt: null, createdAt: at },
};
const shown = (changes: Partial<ImageRow>) => toImage({ ...full, ...changes });

test.each(["waiting", "developing", "completed", "failed", "cancelled", "unknown"] as const)(
  "shows of a picture that is %s what belongs to that, and nothing else",
  (state) => {
    const image = shown({ state });
    expect(imageSchema.parse(image)).toEqual(image);
  },
);

test("shows no partial as a final", () => {
  const preview = { url: `/i/${id}/partial-aa`, partialIndex: 1 };
  expect(shown({ state: "developing" })).toMatchObject({ preview });
  expect(shown({ state: "unknown", originalHash: null })).toMatchObject({ preview, originalUrl: null });
  expect(shown({ state: "completed" })).not.toHaveProperty("preview");
  expect(shown({ state: "waiting" })).not.toHaveProperty("preview");
  expect(shown({ state: "developing", partialHash: null })).toMatchObject({ preview: null });
});

test("puts the hash of the bytes into every address, so that it never changes", () => {
  expect(shown({ state: "completed" })).toMatchObject({
    thumbnailUrl: `/i/${id}/thumbnail-cc`,
    originalUrl: `/i/${id}/original-bb`,
  });
  expect(shown({ state: "failed" })).toMatchObject({ originalUrl: `/i/${id}/original-bb` });
});

test("refuses a row that lacks what its state promises", () => {
  expect(() => shown({ state: "completed", thumbhash: null })).toThrow("completed without thumbhash");
  expect(() => shown({ state: "failed", failure: null })).toThrow("failed without failure");
});
