import "server-only";
import { AppError } from "@/lib/domain/app-error";
import { actualCostUsd } from "@/lib/domain/cost";
import { failureOf } from "@/lib/domain/failure";
import type { ImageModel } from "@/lib/domain/image-model";
import { moveCall } from "@/lib/server/db/queries/calls";
import { developImagesOfCall, finishImage, type ImageChanges } from "@/lib/server/db/queries/images";
import { keepPicture } from "@/lib/server/images/keep-picture";
import type { ProviderEvent } from "@/lib/server/provider/provider";
import type { Services } from "@/lib/server/services";
import type { LoadedCall } from "./load-call";

type Answer = Extract<ProviderEvent, { type: "answered" }>;

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
  const answeredAt = Date.now();
  const kept: { id: string; changes: ImageChanges }[] = [];
  const { usage } = answer;
  const { options } = generation;
  const costUsd = services.provider.isOffline
    ? 0
    : actualCostUsd(model, { usage, options, imageCount: answer.images.length });
  for (const [offset, { id }] of images.entries()) {
    const answered = answer.images[offset];
    if (!answered) continue;
    const picture = await keepPicture(services.storage, { id, bytes: answered.bytes });
    const { revisedPrompt, used } = answered;
    const durationMs = answeredAt - (call.sentAt?.getTime() ?? answeredAt);
    const share = costUsd === null ? null : costUsd / answer.images.length;
    kept.push({ id, changes: { ...picture, revisedPrompt, used, durationMs, costUsd: share } });
  }
  await services.database.drizzle.transaction(async (db) => {
    for (const { id, changes } of kept) await finishImage(db, { id, changes: { failure: null, ...changes } });
    const missing = failureOf(
      new AppError("ended_early", { message: "The provider sent fewer pictures than asked for." }),
    );
    await developImagesOfCall(db, { ...call, changes: { state: "unknown", failure: missing } });
    const changes = { state: "answered" as const, endedAt: new Date(answeredAt), usage, costUsd };
    await moveCall(db, { id: call.id, from: ["sent", "cancelled", "unknown"], changes });
  });
  for (const { id } of kept) await services.storage.remove(`images/${id}/partials/`);
}
