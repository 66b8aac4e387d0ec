import { asc, eq, getTableColumns } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { partialKey, partialKeys, pictureKeys } from "@/lib/domain/generation/picture-address";
import { createSession } from "@/lib/server/db/queries/sessions";
import { generations, images, matrices, sessions } from "@/lib/server/schema/studio-tables";
import { openTestDatabase } from "@/lib/server/testing/test-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { type ArchiveStudio, openArchiveStudio, unzip, upload } from "./archive.fixture";
import {
  archivedGenerationSchema,
  archivedImageSchema,
  archivedMatrixSchema,
  archivedSessionSchema,
} from "./archive-format";
import { describeSession } from "./describe-session.fixture";
import { exportSession } from "./export/export-session";
import { importSession } from "./import/import-session";
import { seedSession } from "./seed-session.fixture";

let from: ArchiveStudio;
let to: ArchiveStudio;
let seeded: Awaited<ReturnType<typeof seedSession>>;
let zip: Uint8Array<ArrayBuffer>;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  const database = stack.use(await openTestDatabase());
  from = stack.use(await openArchiveStudio(database));
  to = stack.use(await openArchiveStudio(stack.use(await openTestDatabase())));
  seeded = await seedSession(from);
  const response = await exportSession(from, LOCAL_OWNER, seeded.sessionId);
  expect(response.headers.get("content-disposition")).toContain('filename="studies-of-a-fox-session.zip"');
  zip = new Uint8Array(await response.arrayBuffer());
});
afterAll(() => stack.disposeAsync());

test("brings the same pictures, tree, matrix, marks and costs into an empty studio", async () => {
  const session = await importSession(to, LOCAL_OWNER, upload(zip));
  const [before, after] = [
    await describeSession(from, seeded.sessionId),
    await describeSession(to, session.id),
  ];
  expect(after.session).toEqual(before.session);
  expect(after.matrices).toEqual(before.matrices);
  // The root came from a picture of another session.
  expect(after.generations).toEqual(before.generations);
  expect(after.generations.map(({ parent }) => parent)).toEqual([null, "0/0", "1/0"]);
  const [root] = await to.database.drizzle.select().from(generations).orderBy(asc(generations.id)).limit(1);
  expect(root?.parentImageId).toBeNull();
  const underWay = (image: { place: string | null }) => ["2/2", "2/3"].includes(image.place ?? "");
  expect(after.images.filter((image) => !underWay(image))).toEqual(
    before.images.filter((image) => !underWay(image)),
  );
  expect(session).toMatchObject({ pictureCount: 3, spentUsd: 0.133, archivedAt: null, deletedAt: null });
});

test("ends what was under way, since nobody works on it there", async () => {
  const { images } = await describeSession(to, (await importSession(to, LOCAL_OWNER, upload(zip))).id);
  expect(images.slice(-2)).toMatchObject([
    { state: "cancelled", failure: { billed: "no" } },
    { state: "unknown", failure: { code: "interrupted", billed: "maybe" } },
  ]);
});

test("leaves nothing of an import that is stopped, also when all of the file has come", async () => {
  const before = await to.traces();
  const taken = new AbortController();
  const storage = {
    ...to.storage,
    put: (...put: Parameters<typeof to.storage.put>) => {
      taken.abort();
      return to.storage.put(...put);
    },
  };
  const request = new Request(upload(zip), { signal: taken.signal });
  const stopped = importSession({ ...to, storage }, LOCAL_OWNER, request);
  await expect(stopped).rejects.toMatchObject({ code: "cancelled", billed: "no" });
  expect(await to.traces()).toEqual(before);
});

test("makes two sessions of two imports", async () => {
  const before = await to.traces();
  const one = await importSession(to, LOCAL_OWNER, upload(zip));
  const two = await importSession(to, LOCAL_OWNER, upload(zip));
  expect(one.id).not.toBe(two.id);
  expect(await describeSession(to, one.id)).toEqual(await describeSession(to, two.id));
  expect(await describeSession(from, seeded.sessionId)).toBeTruthy();
  expect((await to.traces()).keys.length).toBe(before.keys.length + 2 * 10);
});

test("leaves spending, calls and the upload's folder as they were", async () => {
  const before = await to.traces();
  await importSession(to, LOCAL_OWNER, upload(zip));
  const { rows, files } = await to.traces();
  expect(rows.slice(4)).toEqual(before.rows.slice(4));
  expect(files).toEqual([]);
});

test("exports again what it imported, file by file", async () => {
  const session = await importSession(to, LOCAL_OWNER, upload(zip));
  const again = await unzip(
    new Uint8Array(await (await exportSession(to, LOCAL_OWNER, session.id)).arrayBuffer()),
  );
  const pictures = (files: Map<string, Buffer>) =>
    [...files].filter(([name]) => !name.endsWith(".json")).map(([, bytes]) => bytes.toString("base64"));
  expect(pictures(again)).toEqual(pictures(await unzip(zip)));
});

test("finds imported pictures by the words of their prompts", async () => {
  const session = await importSession(to, LOCAL_OWNER, upload(zip));
  const rows = await to.database.drizzle.select().from(images).where(eq(images.sessionId, session.id));
  expect(rows[0]?.searchText).toContain("fox");
  expect(rows.every(({ searchText }) => searchText !== "")).toBe(true);
});

test("puts the pictures of a session that lost one in storage into no archive", async () => {
  const database = from.database;
  await using studio = await openArchiveStudio(database);
  const other = await seedSession(studio);
  await studio.storage.remove(pictureKeys(other.imageIds[1] ?? ""));
  const response = await exportSession(studio, LOCAL_OWNER, other.sessionId);
  await expect(response.arrayBuffer()).rejects.toThrow();
  expect(studio.lines.join()).toContain("request-failed");
});

test("exports a lost preview as none", async () => {
  await using studio = await openArchiveStudio(from.database);
  const other = await seedSession(studio);
  const [row] = (
    await studio.database.drizzle.select().from(images).where(eq(images.sessionId, other.sessionId))
  ).filter(({ partialHash }) => partialHash !== null);
  await studio.storage.remove(partialKeys(row?.id ?? ""));
  expect(await studio.storage.get(partialKey(row?.id ?? "", row?.partialHash ?? ""))).toBeNull();
  const response = await exportSession(studio, LOCAL_OWNER, other.sessionId);
  await importSession(to, LOCAL_OWNER, upload(await response.arrayBuffer()));
});

test("exports a session without anything in it", async () => {
  await using studio = await openArchiveStudio(from.database);
  const { id } = await createSession(studio.database.drizzle, { viewerId: LOCAL_OWNER.id, title: "Empty" });
  const zip = await (await exportSession(studio, LOCAL_OWNER, id)).arrayBuffer();
  const session = await importSession(to, LOCAL_OWNER, upload(zip));
  expect(session).toMatchObject({ title: "Empty", pictureCount: 0, spentUsd: 0 });
});

test.each([
  ["another viewer's", { id: "stranger" }, () => seeded.sessionId],
  ["an unknown", LOCAL_OWNER, () => "019a0000-0000-7000-8000-000000000000"],
])("answers the export of %s session with not found", async (_, viewer, id) => {
  await expect(exportSession(from, viewer, id())).rejects.toMatchObject({ code: "not_found" });
});

test("has a place for every column, or a reason to leave it out", () => {
  const leftOut = {
    // Whose it is, and what is counted or kept for this studio alone.
    all: ["viewerId", "sessionId", "version", "idempotencyKey"],
    sessions: ["pictureCount", "importedUsd", "archivedAt", "deletedAt"],
    // What a program called the person it asked for; nobody of the other studio.
    generations: ["endUser"],
    // Made from the files, or from the prompts; and when a call is sent again, or what it waits for.
    images: [
      "modelId",
      "searchText",
      "searchWords",
      "partialHash",
      "originalHash",
      "thumbnailHash",
      "thumbhash",
      "sizeBytes",
      "retryAt",
      "waitsFor",
    ],
  };
  const columns = (table: Parameters<typeof getTableColumns>[0], without: string[] = []) =>
    Object.keys(getTableColumns(table))
      .filter((name) => ![...leftOut.all, ...without].includes(name))
      .sort();
  const fields = (schema: { shape: object }, without: string[] = []) =>
    Object.keys(schema.shape)
      .filter((name) => !without.includes(name))
      .sort();
  expect(columns(sessions, leftOut.sessions)).toEqual(fields(archivedSessionSchema));
  expect(columns(matrices)).toEqual(fields(archivedMatrixSchema));
  expect(columns(generations, leftOut.generations)).toEqual(fields(archivedGenerationSchema));
  expect(columns(images, leftOut.images)).toEqual(fields(archivedImageSchema, ["original", "preview"]));
});
