import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { CreatedGeneration } from "@/lib/domain/generation/created-generation";
import { expectedSize } from "@/lib/domain/generation/expected-size";
import { planCalls } from "@/lib/domain/generation/request/call-plan";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { databaseNow } from "@/lib/server/db/clock";
import { notifyChange } from "@/lib/server/db/notify";
import { type GenerationRow, insertGeneration, toGeneration } from "@/lib/server/db/queries/generations";
import { insertImages } from "@/lib/server/db/queries/images";
import { insertCalls } from "@/lib/server/db/queries/journal/calls";
import { planInLedger } from "@/lib/server/db/queries/money/ledger";
import type { Db } from "@/lib/server/ports/database";
import { searchTextOf } from "@/lib/server/search/search-words";
import type { Services } from "@/lib/server/services";
import { estimateCall } from "@/lib/server/spending/estimate-call";

type NewGeneration = Omit<Parameters<typeof insertGeneration>[1], "id" | "createdAt" | "isSketch">;

/**
 * Writes a generation, its images and its calls, inside the caller's transaction; null
 * when the viewer has sent this idempotency key before.
 */
export async function journalGeneration(
  services: Services,
  db: Db,
  model: ImageModel,
  values: NewGeneration,
): Promise<CreatedGeneration | null> {
  const { isOffline: isSketch } = services.provider;
  const row = await insertGeneration(db, { ...values, isSketch, id: uuidv7(), createdAt: databaseNow() });
  if (!row) return null;
  await notifyChange(db, { kind: "generation", id: row.id, sessionId: row.sessionId });
  const images = await insertImages(db, plannedImages(row, model));
  await planAndWake(services, db, row, model);
  return { generation: toGeneration(row), images };
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

async function planAndWake(services: Services, db: Db, row: GenerationRow, model: ImageModel): Promise<void> {
  const { viewerId, sessionId, matrixId, modelId } = row;
  const planned = planCalls(model, row.options, row.imageCount).map((call) => ({
    ...call,
    id: uuidv7(),
    generationId: row.id,
    lane: row.matrixId ?? row.sessionId,
    state: "planned" as const,
  }));
  await insertCalls(db, planned);
  await planInLedger(db, {
    owner: { viewerId, sessionId, matrixId, modelId },
    calls: planned.map(({ id, imageCount }) => ({
      id,
      estimate: estimateCall(services, model, row, imageCount),
    })),
  });
  await services.queue.wake(db);
}
