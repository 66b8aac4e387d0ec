import { describe, expect, test } from "vitest";
import type { GalleryState } from "@/lib/client/gallery/gallery-state";
import type { Failure } from "@/lib/domain/errors/failure-schema";
import type { Image } from "@/lib/domain/generation/image";
import { announcementsOf } from "./announcements";

const uuid = (n: number) => `0193b0a0-0000-7000-8000-${String(n).padStart(12, "0")}`;
const at = "2026-11-22T11:00:00.000Z";
const failure: Failure = {
  code: "quota_exhausted",
  message: "Out of money.",
  billed: "no",
  todo: "Add credit.",
};

function image(index: number, state: Image["state"]): Image {
  const common = {
    id: uuid(10 + index),
    generationId: uuid(1),
    sessionId: uuid(2),
    index,
    version: 1,
    widthPx: 1024,
    heightPx: 1024,
    favourite: false,
    rejected: false,
    deletedAt: null,
    createdAt: at,
  };
  switch (state) {
    case "waiting":
      return { ...common, state, retryAt: null, waitsFor: null };
    case "developing":
      return { ...common, state, preview: null, sentAt: at, waitsFor: null };
    case "completed":
      return {
        ...common,
        state,
        thumbnailUrl: "/i/1",
        originalUrl: "/i/2",
        contentType: "image/png",
        sizeBytes: 1,
        thumbhash: "",
        revisedPrompt: null,
        used: {},
        costUsd: null,
        durationMs: 1,
      };
    case "failed":
    case "cancelled":
    case "unknown":
      return { ...common, state, failure, preview: null, originalUrl: null };
  }
}

function gallery(...states: Image["state"][]): GalleryState {
  const generation = {
    id: uuid(1),
    sessionId: uuid(2),
    parentImageId: null,
    matrixId: null,
    cell: null,
    version: 1,
    prompt: "a fox",
    modelId: "one",
    options: {},
    imageCount: 4,
    estimateUsd: null,
    isSketch: false,
    createdAt: at,
  };
  const session = {
    id: uuid(2),
    title: "",
    version: 1,
    pictureCount: 0,
    spentUsd: 0,
    createdAt: at,
    updatedAt: at,
    archivedAt: null,
    deletedAt: null,
  };
  return {
    session,
    generations: [generation],
    images: { [uuid(1)]: states.map((s, i) => image(i, s)) },
    matrices: {},
    olderCursor: null,
  };
}

describe("announcements", () => {
  test("say which picture of how many finished", () => {
    expect(announcementsOf(gallery("waiting", "developing"), gallery("waiting", "completed"))).toEqual([
      "Image 2 of 4 finished",
    ]);
  });

  test("say why one failed, and when the outcome is not known", () => {
    const before = gallery("developing", "developing", "developing");
    expect(announcementsOf(before, gallery("failed", "unknown", "cancelled"))).toEqual([
      "Image 1 of 4 failed: Out of money.",
      "Image 2 of 4: outcome unknown. Out of money.",
      "Image 3 of 4 cancelled",
    ]);
  });

  test("are silent about previews, and about what had ended before", () => {
    expect(announcementsOf(gallery("waiting", "completed"), gallery("developing", "completed"))).toEqual([]);
  });

  test("are silent about pictures that were not known before", () => {
    const empty = { ...gallery(), generations: [], images: {} };
    expect(announcementsOf(empty, gallery("completed"))).toEqual([]);
  });
});
