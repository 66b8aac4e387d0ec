import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { asc, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { openPromise } from "yauzl";
import { AppError } from "@/lib/domain/app-error";
import { failureOf } from "@/lib/domain/failure";
import type { Database } from "@/lib/server/db/database";
import { generations, images, matrices, sessions, spending } from "@/lib/server/db/schema";
import { contentHash } from "@/lib/server/images/content-hash";
import { variantKey } from "@/lib/server/images/image-row";
import { keepPicture } from "@/lib/server/images/keep-picture";
import { makePartialPreview } from "@/lib/server/images/preview";
import { createLog } from "@/lib/server/log";
import { testPictures } from "@/lib/server/recipes/picture.fixture";
import { openMemoryStorage } from "@/lib/server/storage/memory-storage";
import { LOCAL_OWNER } from "@/lib/server/viewer";

type GenerationValues = typeof generations.$inferInsert;
type ImageValues = typeof images.$inferInsert;

const viewerId = LOCAL_OWNER.id;
const createdAt = new Date("2026-11-20T09:30:00.250Z");

/** For tests: what importing and exporting work with, on a database that others may use too. */
export async function openArchiveStudio(database: Database) {
  const STUDIO_DATA_DIR = await mkdtemp(path.join(tmpdir(), "archive-"));
  await mkdir(path.join(STUDIO_DATA_DIR, "imports"));
  const lines: string[] = [];
  const storage = openMemoryStorage();
  const services = {
    database,
    storage,
    log: createLog((line) => lines.push(line)),
    env: { STUDIO_DATA_DIR },
  };
  return {
    ...services,
    lines,
    /** Everything that an import could leave: rows by table, keys in storage, files in the data folder. */
    async traces() {
      const count = async (table: string) =>
        (await database.drizzle.execute(sql.raw(`select count(*)::int as n from ${table}`))).rows[0];
      return {
        rows: await Promise.all(
          ["sessions", "matrices", "generations", "images", "calls", "spending"].map(count),
        ),
        keys: await Array.fromAsync(storage.list("")),
        files: await readdir(path.join(STUDIO_DATA_DIR, "imports")),
      };
    },
    [Symbol.asyncDispose]: () => rm(STUDIO_DATA_DIR, { recursive: true, force: true }),
  };
}
export type ArchiveStudio = Awaited<ReturnType<typeof openArchiveStudio>>;

/** For tests: a session with one of everything; the answer is its id and its completed pictures' ids. */
export async function seedSession({ database: { drizzle: db }, storage }: ArchiveStudio) {
  const sessionId = uuidv7();
  const own = { sessionId, viewerId };
  const pictures = await testPictures();
  const bytesOf = (title: string) => pictures.find((one) => one.title === title)?.bytes ?? new Uint8Array();
  const generation = (values: Partial<GenerationValues>): GenerationValues => ({
    ...own,
    ...{
      id: uuidv7(),
      idempotencyKey: uuidv7(),
      prompt: "a fox",
      modelId: "model-of-old",
      options: { size: "auto" },
    },
    ...{ imageCount: 1, estimateUsd: 0.04, createdAt },
    ...values,
  });
  const image = (of: GenerationValues, values: Partial<ImageValues>): ImageValues => ({
    ...own,
    ...{
      id: uuidv7(),
      generationId: of.id,
      index: 0,
      modelId: of.modelId,
      searchText: of.prompt,
      state: "waiting",
    },
    ...{ widthPx: 37, heightPx: 23, createdAt },
    ...values,
  });
  const completed = async (of: GenerationValues, title: string, values: Partial<ImageValues> = {}) => {
    const row = image(of, {
      costUsd: 0.011,
      durationMs: 1234,
      sentAt: createdAt,
      used: { quality: "high" },
      ...values,
    });
    return { ...row, ...(await keepPicture(storage, { id: row.id, bytes: bytesOf(title) })) };
  };

  const matrix = {
    ...{ id: uuidv7(), ...own, idempotencyKey: uuidv7(), template: "a {red|blue} fox", capUsd: 1.5 },
    ...{ rowLabels: ["red", "blue"], columnLabels: ["one"], createdAt, stoppedAt: null },
  };
  const root = generation({
    imageCount: 3,
    prompt: '雪の中の狐 🦊 "quoted" </x> \u0001',
    parentImageId: uuidv7(),
  });
  const first = await completed(root, "PNG", { favourite: true, revisedPrompt: "a red fox 🦊" });
  const second = await completed(root, "JPEG", { index: 1, rejected: true, costUsd: null });
  const third = await completed(root, "lossy WebP", {
    index: 2,
    deletedAt: new Date("2026-11-21T00:00:00Z"),
  });
  const child = generation({ parentImageId: first.id, matrixId: matrix.id, cell: { row: 1, column: 0 } });
  const fourth = await completed(child, "SVG");
  const grandchild = generation({ parentImageId: fourth.id, imageCount: 4, prompt: "p".repeat(32_000) });
  const unreadable = image(grandchild, {
    state: "failed",
    failure: failureOf(new AppError("picture_unreadable")),
  });
  const junk = Buffer.from("these are not the bytes of a picture");
  await storage.put(variantKey(unreadable.id, "original", ""), junk, { durable: true });
  Object.assign(unreadable, { originalHash: contentHash(junk), sizeBytes: junk.length });
  Object.assign(unreadable, { contentType: "application/octet-stream" });
  const lost = image(grandchild, {
    index: 1,
    state: "unknown",
    failure: failureOf(new AppError("timed_out")),
  });
  const { bytes: partial } = await makePartialPreview(bytesOf("PNG"));
  Object.assign(lost, { partialIndex: 2, partialHash: contentHash(partial) });
  await storage.put(variantKey(lost.id, "partial", contentHash(partial)), partial, { durable: false });
  const waiting = image(grandchild, { index: 2 });
  const developing = image(grandchild, { index: 3, state: "developing", sentAt: createdAt });

  await db.insert(sessions).values({
    ...{ id: sessionId, viewerId, title: "Studies of a fox", pictureCount: 3, spentUsd: 0.133 },
    ...{ createdAt, updatedAt: createdAt, archivedAt: createdAt },
    draft: {
      modelId: "m",
      prompt: "next",
      options: { quality: "low" },
      imageCount: 2,
      parentImageId: fourth.id,
    },
  });
  await db.insert(matrices).values(matrix);
  await db.insert(generations).values([root, child, grandchild]);
  await db.insert(images).values([first, second, third, fourth, unreadable, lost, waiting, developing]);
  await db
    .insert(spending)
    .values({ viewerId, day: "2026-11-20", usd: 1, pictureCount: 9 })
    .onConflictDoNothing();
  return {
    sessionId,
    imageIds: [first.id, second.id, fourth.id],
    trashedId: third.id,
    failedId: unreadable.id,
  };
}

/** For tests: a session without its ids, so that two of them can be compared: parents are named by their places. */
export async function describeSession(
  { database: { drizzle: db }, storage }: ArchiveStudio,
  sessionId: string,
) {
  const [session] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
  const plans = await db
    .select()
    .from(matrices)
    .where(eq(matrices.sessionId, sessionId))
    .orderBy(asc(matrices.id));
  const made = await db
    .select()
    .from(generations)
    .where(eq(generations.sessionId, sessionId))
    .orderBy(asc(generations.id));
  const kept = await db.select().from(images).where(eq(images.sessionId, sessionId)).orderBy(asc(images.id));
  const placeOf = (imageId: string | null) => {
    const image = kept.find(({ id }) => id === imageId);
    return image ? `${made.findIndex(({ id }) => id === image.generationId)}/${image.index}` : null;
  };
  const digest = async (key: string) => {
    const bytes = await storage.get(key);
    return bytes && createHash("sha256").update(bytes).digest("hex");
  };
  const { id: _, updatedAt, version: _v, archivedAt, draft, ...plain } = session ?? {};
  return {
    session: { ...plain, draft: draft && { ...draft, parentImageId: placeOf(draft.parentImageId) } },
    matrices: plans.map(({ id, sessionId: _s, idempotencyKey, version, ...row }) => row),
    generations: made.map(
      ({ id, sessionId: _s, idempotencyKey, version, matrixId, parentImageId, ...row }) => ({
        ...row,
        matrix: plans.findIndex((plan) => plan.id === matrixId),
        parent: placeOf(parentImageId),
      }),
    ),
    images: await Promise.all(
      kept.map(async ({ id, sessionId: _s, generationId, version, searchText, searchWords, ...row }) => ({
        ...row,
        place: placeOf(id),
        original: await digest(variantKey(id, "original", "")),
        thumbnail: row.thumbnailHash && (await digest(variantKey(id, "thumbnail", ""))),
        preview: row.partialHash && (await digest(variantKey(id, "partial", row.partialHash))),
      })),
    ),
  };
}

/** For tests: the files of a zip, by name. */
export async function unzip(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const folder = await mkdtemp(path.join(tmpdir(), "unzip-"));
  const file = path.join(folder, "a.zip");
  await writeFile(file, bytes);
  const zip = await openPromise(file, { autoClose: false });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, Buffer.concat(await Array.fromAsync(await zip.openReadStreamPromise(entry))));
  zip.close();
  await rm(folder, { recursive: true });
  return files;
}

/** For tests: a request that uploads this. */
export function upload(body: BodyInit): Request {
  // A stream is sent while it comes, which has to be said.
  const init = { method: "POST", body, duplex: "half" };
  return new Request("http://studio.invalid/api/sessions/import", init);
}
