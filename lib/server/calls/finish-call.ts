import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { failureOf } from "@/lib/domain/errors/failure";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { actualCostUsd } from "@/lib/domain/money/actual-cost";
import { moveCall } from "@/lib/server/db/queries/calls";
import { developImagesOfCall, finishImage, type ImageChanges } from "@/lib/server/db/queries/images";
import { failedWith, keepPicture } from "@/lib/server/images/keep-picture";
import type { AnsweredImage } from "@/lib/server/ports/provider";
import type { Storage } from "@/lib/server/ports/storage";
import { retry, SHORT_PAUSES_MS } from "@/lib/server/retry";
import { searchTextOf } from "@/lib/server/search/search-words";
import type { Services } from "@/lib/server/services";
import { recordAnswer } from "@/lib/server/spending/record-answer";
import type { Answer } from "./follow-call";
import type { LoadedCall } from "./load-call";

/**
 * Keeps what a call answered: first the bytes, then in one transaction the images, and the call
 * with its usage and cost. A picture that is missing from the answer ends as unknown.
 */
export async function finishCall(
  services: Services,
  { call, generation, images }: LoadedCall,
  model: ImageModel,
  answer: Answer,
): Promise<void> {
  const answeredAt = new Date();
  const { usage } = answer;
  const { options } = generation;
  const costUsd = services.provider.isOffline
    ? 0
    : actualCostUsd(model, { ...answer, options, imageCount: answer.images.length });
  const durationMs = answeredAt.getTime() - (call.sentAt ?? answeredAt).getTime();
  const kept: { id: string; changes: ImageChanges }[] = [];
  for (const [offset, { id }] of images.entries()) {
    const answered = answer.images[offset];
    if (!answered) continue;
    const share = costUsd === null ? null : costUsd / Math.min(answer.images.length, images.length);
    const changes = await keepAnswered(services.storage, id, answered);
    const searchText = searchTextOf(generation.prompt, changes.revisedPrompt ?? null);
    kept.push({ id, changes: { ...changes, searchText, durationMs, costUsd: share } });
  }
  const journal = () =>
    services.database.drizzle.transaction(async (db) => {
      for (const { id, changes } of kept) await finishImage(db, { id, changes });
      const missing = failureOf(
        new AppError("ended_early", { message: "The provider sent fewer pictures than asked for." }),
      );
      await developImagesOfCall(db, { ...call, changes: { state: "unknown", failure: missing } });
      const changes = { state: "answered" as const, endedAt: answeredAt, usage, costUsd };
      await moveCall(db, { id: call.id, from: ["sent", "cancelled", "unknown"], changes });
      const pictures = kept.filter(({ changes }) => changes.state === "completed").length;
      await recordAnswer(db, { ...generation, pictures, costUsd, answeredAt });
    });
  // The bytes are there: a passing fault of the database must not cost what is known of them.
  await retry(journal, SHORT_PAUSES_MS);
}

async function keepAnswered(storage: Storage, id: string, answered: AnsweredImage): Promise<ImageChanges> {
  switch (answered.type) {
    case "lost":
      return failedWith(answered.error);
    case "picture": {
      const { bytes, revisedPrompt, used } = answered;
      return { ...(await keepPicture(storage, { id, bytes })), revisedPrompt, used };
    }
  }
}
