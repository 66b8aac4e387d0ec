import { AppError } from "@/lib/domain/errors/app-error";
import { failureOf } from "@/lib/domain/errors/failure";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Image, ImageState } from "@/lib/domain/generation/image";
import type { Session } from "@/lib/domain/session/session";

const at = "2026-11-22T12:00:00.000Z";
const uuid = (last: number) => `0198e2a5-0000-7000-8000-00000000000${last}`;

/** For tests: a session as browsers see it. */
export const sampleSession: Session = {
  ...{ id: uuid(1), title: "Foxes", version: 2, pictureCount: 1, spentUsd: 0.04 },
  ...{ createdAt: at, updatedAt: at, archivedAt: null, deletedAt: null },
};

/** For tests: a generation of six images. */
export const sampleGeneration: Generation = {
  ...{
    id: uuid(2),
    sessionId: uuid(1),
    parentImageId: null,
    matrixId: null,
    cell: null,
    version: 1,
    prompt: "a fox",
    modelId: "dall-e-2",
  },
  ...{ options: { size: "256x256" }, imageCount: 6, estimateUsd: 0.1, isSketch: false, createdAt: at },
};

/** For tests: an image in each of its states. */
export function sampleImages(): { [state in ImageState]: Extract<Image, { state: state }> } {
  const common = (index: number) => ({
    ...{ id: uuid(index + 3), generationId: uuid(2), sessionId: uuid(1), index, version: 1 },
    ...{ widthPx: 256, heightPx: 256, favourite: false, rejected: false, deletedAt: null, createdAt: at },
  });
  const ended = {
    failure: failureOf(new AppError("connection_lost")),
    preview: { url: "/i/x/partial-0", partialIndex: 0 },
    originalUrl: null,
  };
  return {
    waiting: { ...common(0), state: "waiting", retryAt: null, waitsFor: null },
    developing: { ...common(1), state: "developing", preview: null, sentAt: at, waitsFor: null },
    completed: {
      ...common(2),
      state: "completed",
      ...{ thumbnailUrl: "/i/x/thumbnail-0", originalUrl: "/i/x/original-0", contentType: "image/png" },
      ...{
        sizeBytes: 9,
        thumbhash: "aGFzaA==",
        revisedPrompt: null,
        used: {},
        costUsd: 0.016,
        durationMs: 1200,
      },
    },
    failed: { ...common(3), state: "failed", ...ended },
    cancelled: { ...common(4), state: "cancelled", ...ended },
    unknown: { ...common(5), state: "unknown", ...ended },
  };
}
