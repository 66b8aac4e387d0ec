import "server-only";
import { AppError, invalidField } from "@/lib/domain/errors/app-error";
import type { CreatedGeneration } from "@/lib/domain/generation/created-generation";
import type { GenerationInput } from "@/lib/domain/generation/generation";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { estimateCost } from "@/lib/domain/money/cost";
import { findGenerationByKey, toGeneration } from "@/lib/server/db/queries/generations";
import { findImage, listImagesOf } from "@/lib/server/db/queries/images";
import { findSession, touchSession } from "@/lib/server/db/queries/sessions";
import { refuseOverMonthlyLimit } from "@/lib/server/limits/monthly-limit";
import type { Db } from "@/lib/server/ports/database";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";
import { journalGeneration } from "./journal-generation";

/**
 * Journals a generation: itself, its images and its calls, in one transaction. Nothing
 * is sent here. The same idempotency key gives the same generation, however often it comes.
 * @throws AppError invalid_input when the session or the parent is not the viewer's
 */
export async function createGeneration(
  services: Services,
  viewer: Viewer,
  model: ImageModel,
  input: GenerationInput,
): Promise<CreatedGeneration> {
  const estimate = estimateCost(model, input, input.imageCount);
  const estimateUsd = services.provider.isOffline ? 0 : (estimate?.upperUsd ?? null);
  return services.database.drizzle.transaction(async (db) => {
    await checkOwnership(db, viewer, input);
    const existing = await findExisting(db, viewer, input.idempotencyKey);
    if (existing) return existing;
    await refuseOverMonthlyLimit(services, db, { viewer, estimateUsd });
    const created = await journalGeneration(services, db, model, {
      viewerId: viewer.id,
      idempotencyKey: input.idempotencyKey,
      sessionId: input.sessionId,
      parentImageId: input.parentImageId,
      prompt: input.prompt,
      modelId: input.modelId,
      options: input.options,
      imageCount: input.imageCount,
      estimateUsd,
    });
    if (!created) return journalledMeanwhile(db, viewer, input.idempotencyKey);
    await touchSession(db, { id: input.sessionId, prompt: input.prompt });
    return created;
  });
}

/** @throws AppError invalid_input when the session or the parent is not the viewer's */
export async function checkOwnership(
  db: Db,
  viewer: Viewer,
  input: Pick<GenerationInput, "sessionId" | "parentImageId">,
): Promise<void> {
  const session = await findSession(db, { viewerId: viewer.id, id: input.sessionId });
  if (!session) throw invalidField("sessionId", "There is no such session.");
  if (input.parentImageId === null) return;
  const parent = await findImage(db, { viewerId: viewer.id, id: input.parentImageId });
  if (!parent) throw invalidField("parentImageId", "There is no such picture.");
}

/** The same key was committed by another request between our look and our insert. */
async function journalledMeanwhile(
  db: Db,
  viewer: Viewer,
  idempotencyKey: string,
): Promise<CreatedGeneration> {
  const existing = await findExisting(db, viewer, idempotencyKey);
  if (!existing) throw new AppError("internal", { message: "The generation is being created. Try again." });
  return existing;
}

async function findExisting(
  db: Db,
  viewer: Viewer,
  idempotencyKey: string,
): Promise<CreatedGeneration | null> {
  const row = await findGenerationByKey(db, { viewerId: viewer.id, idempotencyKey });
  if (!row) return null;
  return { generation: toGeneration(row), images: await listImagesOf(db, { generationIds: [row.id] }) };
}
