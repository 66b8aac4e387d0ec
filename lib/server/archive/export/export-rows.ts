import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { failureOf } from "@/lib/domain/errors/failure";
import type { Failure } from "@/lib/domain/errors/failure-schema";
import type { ImageState } from "@/lib/domain/generation/image";
import type {
  ArchivedGeneration,
  ArchivedImage,
  ArchivedMatrix,
  ArchivedSession,
} from "@/lib/server/archive/archive-format";
import { PATH_OF } from "@/lib/server/archive/archive-paths";
import { listGenerationRows, listImageRows } from "@/lib/server/db/queries/archive/exported-rows";
import type { GenerationRow } from "@/lib/server/db/queries/generations";
import type { ImageRow } from "@/lib/server/db/queries/image-row";
import type { MatrixRow } from "@/lib/server/db/queries/matrices";
import type { SessionRow } from "@/lib/server/db/queries/sessions";
import type { SniffedContentType } from "@/lib/server/picture-files/sniff-content-type";
import type { Db } from "@/lib/server/ports/database";

/** Prompts may be long: so many generations are in memory at a time. */
const GENERATIONS_AT_ONCE = 50;

export function toArchivedSession(row: SessionRow): ArchivedSession {
  const { id, title, draft, spentUsd } = row;
  return { id, title, draft, spentUsd, createdAt: iso(row.createdAt), updatedAt: iso(row.updatedAt) };
}

export function toArchivedMatrix(row: MatrixRow): ArchivedMatrix {
  const { id, template, rowLabels, columnLabels, capUsd, createdAt, stoppedAt } = row;
  const times = { createdAt: iso(createdAt), stoppedAt: stoppedAt && iso(stoppedAt) };
  return { id, template, rowLabels, columnLabels, capUsd, ...times };
}

/** The generations with these ids, in their order. */
export async function* readArchivedGenerations(
  db: Db,
  ids: readonly string[],
): AsyncGenerator<ArchivedGeneration> {
  for (const some of batches(ids))
    yield* (await listGenerationRows(db, { ids: some })).map(toArchivedGeneration);
}

function toArchivedGeneration(row: GenerationRow): ArchivedGeneration {
  const { id, parentImageId, matrixId, cell, prompt, modelId, options, imageCount, estimateUsd, createdAt } =
    row;
  const content = { prompt, modelId, options, imageCount, estimateUsd, isSketch: row.isSketch };
  return { id, parentImageId, matrixId, cell, ...content, createdAt: iso(createdAt) };
}

/** The images of these generations, in the order of their generations and indexes; the trash too. */
export async function* readImageRows(db: Db, generationIds: readonly string[]): AsyncGenerator<ImageRow> {
  for (const some of batches(generationIds)) yield* await listImageRows(db, { generationIds: some });
}

/** An image as it is kept in an archive; `hasPreview` tells whether its last partial is in storage. */
export function toArchivedImage(
  row: ImageRow,
  contentType: SniffedContentType | null,
  hasPreview: boolean,
): ArchivedImage {
  const { id, generationId, index, widthPx, heightPx, revisedPrompt, used, costUsd, durationMs } = row;
  return {
    id,
    generationId,
    index,
    ...endingOf(row.state, row.failure),
    widthPx,
    heightPx,
    sentAt: row.sentAt && iso(row.sentAt),
    original: contentType && PATH_OF.original(id, contentType),
    contentType,
    preview: hasPreview ? PATH_OF.preview(id) : null,
    partialIndex: hasPreview ? row.partialIndex : null,
    revisedPrompt,
    used,
    costUsd,
    durationMs,
    favourite: row.favourite,
    rejected: row.rejected,
    deletedAt: row.deletedAt && iso(row.deletedAt),
    createdAt: iso(row.createdAt),
  };
}

/** What is under way here has no call in another studio, so there it has ended. */
function endingOf(state: ImageState, failure: Failure | null): Pick<ArchivedImage, "state" | "failure"> {
  switch (state) {
    case "waiting":
      return {
        state: "cancelled",
        failure: failureOf(new AppError("cancelled", { billed: "no", message: WAITING })),
      };
    case "developing":
      return { state: "unknown", failure: failureOf(new AppError("interrupted", { message: DEVELOPING })) };
    case "completed":
    case "failed":
    case "cancelled":
    case "unknown":
      return { state, failure };
  }
}

const WAITING = "It had not been sent when the session was exported.";
const DEVELOPING = "It was still developing when the session was exported.";

function* batches(ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += GENERATIONS_AT_ONCE)
    yield ids.slice(from, from + GENERATIONS_AT_ONCE);
}

function iso(date: Date): string {
  return date.toISOString();
}
