import "server-only";
import { v4 as uuidv4 } from "uuid";
import type { Session } from "@/lib/domain/session/session";
import {
  type ArchivedGeneration,
  type ArchivedImage,
  archivedGenerationSchema,
  archivedImageSchema,
  archivedMatrixSchema,
} from "@/lib/server/archive/archive-format";
import type { ArchiveLimits } from "@/lib/server/archive/archive-limits";
import { PATH_OF } from "@/lib/server/archive/archive-paths";
import { readRows } from "@/lib/server/archive/archive-rows";
import { notifyChange } from "@/lib/server/db/notify";
import {
  type ImportedImage,
  insertGenerationRows,
  insertImageRows,
  insertMatrixRows,
  insertSessionRow,
} from "@/lib/server/db/queries/archive/imported-rows";
import type { Db } from "@/lib/server/ports/database";
import { searchTextOf } from "@/lib/server/search/search-words";
import type { Viewer } from "@/lib/server/viewer";
import type { ArchivePlan } from "./check-rows";
import type { Archive } from "./open-archive";
import type { StoredColumns } from "./store-pictures";

/** Thirty parameters a row at most; a statement takes 65,535. */
const ROWS_AT_ONCE = 200;

export type Insertion = {
  viewer: Viewer;
  archive: Archive;
  plan: ArchivePlan;
  stored: ReadonlyMap<string, StoredColumns>;
  sessionId: string;
  limits: ArchiveLimits;
};

/**
 * Writes a checked archive as a new session, within the caller's transaction. It is last worked in
 * now and not archived, so that it is seen; there are no calls, so nobody works on it or counts it
 * as spent here.
 */
export async function insertArchive(db: Db, insertion: Insertion): Promise<Session> {
  const session = await insertSession(db, insertion);
  await insertMatrices(db, insertion);
  await insertGenerations(db, insertion);
  await insertImages(db, insertion);
  await notifyChange(db, { kind: "session", id: session.id, sessionId: session.id });
  return session;
}

async function insertSession(db: Db, { viewer, plan, sessionId }: Insertion): Promise<Session> {
  const { title, draft, spentUsd, createdAt } = plan.session;
  const parentImageId = plan.ids.images.get(draft?.parentImageId ?? "") ?? null;
  return insertSessionRow(db, {
    id: sessionId,
    viewerId: viewer.id,
    title,
    spentUsd,
    importedUsd: spentUsd,
    pictureCount: plan.pictureCount,
    draft: draft && { ...draft, parentImageId },
    createdAt: new Date(createdAt),
    updatedAt: new Date(),
  });
}

function rows<T>({ archive, limits }: Insertion, path: string, schema: Parameters<typeof readRows<T>>[2]) {
  return readRows(path, archive.read(path), schema, limits.rowBytesMax);
}

async function insertMatrices(db: Db, insertion: Insertion): Promise<void> {
  const { viewer, plan, sessionId } = insertion;
  for await (const some of batches(rows(insertion, PATH_OF.matrices, archivedMatrixSchema))) {
    const values = some.map(({ id, createdAt, stoppedAt, ...row }) => ({
      ...row,
      id: known(plan.ids.matrices, id),
      sessionId,
      viewerId: viewer.id,
      idempotencyKey: uuidv4(),
      createdAt: new Date(createdAt),
      stoppedAt: dateOf(stoppedAt),
    }));
    await insertMatrixRows(db, values);
  }
}

async function insertGenerations(db: Db, insertion: Insertion): Promise<void> {
  const { viewer, plan, sessionId } = insertion;
  for await (const some of batches(rows(insertion, PATH_OF.generations, archivedGenerationSchema))) {
    const values = some.map(({ id, createdAt, ...row }) => ({
      ...row,
      id: known(plan.ids.generations, id),
      sessionId,
      viewerId: viewer.id,
      idempotencyKey: uuidv4(),
      // A parent in another session stayed there.
      parentImageId: plan.ids.images.get(row.parentImageId ?? "") ?? null,
      matrixId: row.matrixId && known(plan.ids.matrices, row.matrixId),
      createdAt: new Date(createdAt),
    }));
    await insertGenerationRows(db, values);
  }
}

async function insertImages(db: Db, insertion: Insertion): Promise<void> {
  for await (const some of batches(imagesWithGenerations(insertion))) {
    const values = some.map(({ image, generation }) => imageValues(insertion, image, generation));
    await insertImageRows(db, values);
  }
}

/** Both files side by side: images stand in the order of their generations. */
async function* imagesWithGenerations(insertion: Insertion) {
  const parents = rows(insertion, PATH_OF.generations, archivedGenerationSchema);
  try {
    let generation: ArchivedGeneration | undefined;
    for await (const image of rows(insertion, PATH_OF.images, archivedImageSchema)) {
      while (generation?.id !== image.generationId) {
        const next = await parents.next();
        if (next.done) throw new Error(`Image ${image.id} is not in the order of the generations.`);
        generation = next.value;
      }
      yield { image, generation };
    }
  } finally {
    await parents.return(undefined);
  }
}

function imageValues(
  { viewer, plan, stored, sessionId }: Insertion,
  { original: _, preview: __, contentType: ___, ...image }: ArchivedImage,
  { prompt, modelId }: ArchivedGeneration,
): ImportedImage {
  const id = known(plan.ids.images, image.id);
  return {
    ...image,
    ...stored.get(id),
    id,
    sessionId,
    viewerId: viewer.id,
    modelId,
    generationId: known(plan.ids.generations, image.generationId),
    searchText: searchTextOf(prompt, image.revisedPrompt),
    sentAt: dateOf(image.sentAt),
    deletedAt: dateOf(image.deletedAt),
    createdAt: new Date(image.createdAt),
  };
}

function known(ids: ReadonlyMap<string, string>, id: string): string {
  const newId = ids.get(id);
  if (newId === undefined) throw new Error(`${id} was not in the archive when it was checked.`);
  return newId;
}

function dateOf(moment: string | null): Date | null {
  return moment === null ? null : new Date(moment);
}

async function* batches<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    if (batch.push(item) < ROWS_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
