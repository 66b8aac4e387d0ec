import "server-only";
import { AppError, invalidField } from "@/lib/domain/errors/app-error";
import type { CreatedGeneration } from "@/lib/domain/generation/created-generation";
import type { EndUser } from "@/lib/domain/generation/end-user";
import type { GenerationInput } from "@/lib/domain/generation/generation";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { findGenerationByKey, toGeneration } from "@/lib/server/db/queries/generations";
import { findImage, listImagesOf } from "@/lib/server/db/queries/images";
import { findSession, touchSession } from "@/lib/server/db/queries/sessions";
import { refuseOverMonthlyLimit } from "@/lib/server/limits/monthly-limit";
import type { Db } from "@/lib/server/ports/database";
import type { Services } from "@/lib/server/services";
import { estimateCall } from "@/lib/server/spending/estimate-call";
import type { Viewer } from "@/lib/server/viewer";
import { journalGeneration } from "./journal-generation";

/** Where a generation comes from. Both functions are called inside the transaction that journals it. */
export type GenerationOrigin = {
  endUser: EndUser | null;
  /** Lets it in and says which session it goes to, or throws. */
  admit(db: Db, estimateUsd: number | null): Promise<string>;
  /** What is written down beside it. */
  journalled(db: Db, generationId: string): Promise<void>;
};

/**
 * Journals a generation: itself, its images and its calls, in one transaction. Nothing
 * is sent here. The same idempotency key gives the same generation, however often it comes.
 * @throws AppError invalid_input when the session or the parent is not the viewer's
 */
export function createGeneration(
  services: Services,
  viewer: Viewer,
  model: ImageModel,
  input: GenerationInput,
): Promise<CreatedGeneration> {
  return createGenerationFrom(services, viewer, model, input, {
    endUser: null,
    admit: async () => input.sessionId,
    journalled: async () => {},
  });
}

/**
 * The same for what did not come from a page of the studio.
 * @throws AppError as above, and whatever `origin` refuses with; then nothing is written
 */
export async function createGenerationFrom(
  services: Services,
  viewer: Viewer,
  model: ImageModel,
  input: Omit<GenerationInput, "sessionId">,
  { endUser, admit, journalled }: GenerationOrigin,
): Promise<CreatedGeneration> {
  const estimateUsd = estimateCall(services, model, input, input.imageCount)?.upperUsd ?? null;
  return services.database.drizzle.transaction(async (tx) => {
    const existing = await findExisting(tx, viewer, input.idempotencyKey);
    if (existing) return existing;
    const sessionId = await admit(tx, estimateUsd);
    await checkOwnership(tx, viewer, { ...input, sessionId });
    await refuseOverMonthlyLimit(services, tx, { viewer, estimateUsd });
    const created = await journalGeneration(services, tx, model, {
      viewerId: viewer.id,
      idempotencyKey: input.idempotencyKey,
      sessionId,
      parentImageId: input.parentImageId,
      prompt: input.prompt,
      modelId: input.modelId,
      options: input.options,
      imageCount: input.imageCount,
      estimateUsd,
      endUser,
    });
    if (!created) return journalledMeanwhile(tx, viewer, input.idempotencyKey);
    await touchSession(tx, { id: sessionId, prompt: input.prompt });
    await journalled(tx, created.generation.id);
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
