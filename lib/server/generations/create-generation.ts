import "server-only";
import { v7 as uuidv7 } from "uuid";
import { AppError } from "@/lib/domain/app-error";
import { planCalls } from "@/lib/domain/call-plan";
import { estimateCost } from "@/lib/domain/cost";
import { expectedSize } from "@/lib/domain/expected-size";
import type { Generation, GenerationInput } from "@/lib/domain/generation";
import type { Image } from "@/lib/domain/image";
import type { ImageModel } from "@/lib/domain/image-model";
import type { Db } from "@/lib/server/db/database";
import { notifyChange } from "@/lib/server/db/notify";
import { insertCalls } from "@/lib/server/db/queries/calls";
import {
  findGenerationByKey,
  type GenerationRow,
  insertGeneration,
  toGeneration,
} from "@/lib/server/db/queries/generations";
import { findImage, insertImages, listImagesOf } from "@/lib/server/db/queries/images";
import { findSession, touchSession } from "@/lib/server/db/queries/sessions";
import { searchTextOf } from "@/lib/server/search/search-words";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";

export type CreatedGeneration = { generation: Generation; images: Image[] };

/**
 * Journals a generation: itself, its images, its calls and their jobs, in one transaction. Nothing
 * is sent here. The same idempotency key gives the same generation, however often it comes.
 * @throws AppError invalid_input when the session or the parent is not the viewer's
 */
export async function createGeneration(
  services: Services,
  viewer: Viewer,
  model: ImageModel,
  input: GenerationInput,
): Promise<CreatedGeneration> {
  return services.database.drizzle.transaction(async (db) => {
    await checkOwnership(db, viewer, input);
    const row = await insertGeneration(db, {
      id: uuidv7(),
      viewerId: viewer.id,
      idempotencyKey: input.idempotencyKey,
      sessionId: input.sessionId,
      parentImageId: input.parentImageId,
      prompt: input.prompt,
      modelId: input.modelId,
      options: input.options,
      imageCount: input.imageCount,
      estimateUsd: services.provider.isOffline
        ? 0
        : (estimateCost(model, input, input.imageCount)?.usd ?? null),
      createdAt: new Date(),
    });
    if (!row) return existingGeneration(db, viewer, input.idempotencyKey);
    await touchSession(db, { id: input.sessionId });
    await notifyChange(db, { kind: "generation", id: row.id, sessionId: row.sessionId });
    const images = await insertImages(db, plannedImages(row, model));
    await planAndEnqueue(services, db, row, model);
    return { generation: toGeneration(row), images };
  });
}

async function checkOwnership(db: Db, viewer: Viewer, input: GenerationInput): Promise<void> {
  const session = await findSession(db, { viewerId: viewer.id, id: input.sessionId });
  if (!session) throw unknownField("sessionId", "There is no such session.");
  if (input.parentImageId === null) return;
  const parent = await findImage(db, { viewerId: viewer.id, id: input.parentImageId });
  if (!parent) throw unknownField("parentImageId", "There is no such picture.");
}

function unknownField(field: string, message: string): AppError {
  return new AppError("invalid_input", { message, fields: [{ field, message }] });
}

async function existingGeneration(
  db: Db,
  viewer: Viewer,
  idempotencyKey: string,
): Promise<CreatedGeneration> {
  const row = await findGenerationByKey(db, { viewerId: viewer.id, idempotencyKey });
  if (!row) throw new AppError("internal", { message: "The generation is being created. Try again." });
  return { generation: toGeneration(row), images: await listImagesOf(db, { generationIds: [row.id] }) };
}

function plannedImages(row: GenerationRow, model: ImageModel) {
  const { id: generationId, sessionId, viewerId, createdAt, options, modelId } = row;
  const searchText = searchTextOf(row.prompt);
  const size = expectedSize(model, options);
  const common = { generationId, sessionId, viewerId, createdAt, modelId, searchText, ...size };
  return Array.from({ length: row.imageCount }, (_, index) => ({
    ...common,
    id: uuidv7(),
    index,
    state: "waiting" as const,
  }));
}

async function planAndEnqueue(
  services: Services,
  db: Db,
  row: GenerationRow,
  model: ImageModel,
): Promise<void> {
  const planned = planCalls(model, row.options, row.imageCount).map((call) => ({
    ...call,
    id: uuidv7(),
    generationId: row.id,
    state: "planned" as const,
  }));
  await insertCalls(db, planned);
  await services.queue.enqueue(
    db,
    planned.map(({ id }) => ({ id, notBefore: null })),
  );
}
