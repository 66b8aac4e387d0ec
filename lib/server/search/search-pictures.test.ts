import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { searchQuerySchema } from "@/lib/domain/gallery/search";
import { createSession, updateSession } from "@/lib/server/db/queries/sessions";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { search } from "./search-pictures";

const database = useDatabase();
let sessionId: string;
beforeAll(async () => {
  const session = await createSession(database.drizzle, { viewerId: LOCAL_OWNER.id, title: "Animals" });
  sessionId = session.id;
  await addPictures(70, "zebra crossing", 0);
  await addPictures(5_000, "red fox", 1_000);
  await addPictures(3, "zebra foal", 9_000);
});

/** Finished pictures with these words, from a place in time on. */
async function addPictures(count: number, words: string, from: number) {
  const id = (kind: string) =>
    sql`('0198e2a5-0000-7000-8000-${sql.raw(kind)}' || lpad((place + ${from}::int)::text, 11, '0'))::uuid`;
  const { drizzle: db } = database;
  const places = sql`from generate_series(1, ${count}::int) as place`;
  await db.execute(sql`insert into generations
    (id, session_id, viewer_id, idempotency_key, prompt, model_id, options, image_count, created_at)
    select ${id("1")}, ${sessionId}, ${LOCAL_OWNER.id}, ${id("2")}, ${words}, 'm', '{}', 1, now() ${places}`);
  await db.execute(sql`insert into images
    (id, generation_id, session_id, viewer_id, index, model_id, search_text, state, width_px, height_px,
     thumbnail_hash, original_hash, thumbhash, content_type, size_bytes, duration_ms, created_at)
    select ${id("3")}, ${id("1")}, ${sessionId}, ${LOCAL_OWNER.id}, 0, 'm', ${words}, 'completed', 8, 8,
     't', 'o', 'h', 'image/png', 1, 1, now() ${places}`);
}

const find = (query: object) => search(database.drizzle, LOCAL_OWNER, searchQuerySchema.parse({ ...query }));
const placesOf = ({ images }: Awaited<ReturnType<typeof find>>) =>
  images.map(({ id }) => Number(id.slice(-11)));

test("finds words that are common newest first, a page at a time", async () => {
  const first = await find({ q: "fox" });
  expect(placesOf(first)).toEqual(Array.from({ length: 60 }, (_, at) => 6_000 - at));
  const second = await find({ q: "fox", before: first.olderCursor });
  expect(placesOf(second)[0]).toBe(5_940);
});

test("finds words that are rare however old they are, in the same order", async () => {
  const first = await find({ q: "zeb" });
  expect(placesOf(first)).toEqual([9_003, 9_002, 9_001, ...Array.from({ length: 57 }, (_, at) => 70 - at)]);
  const rest = await find({ q: "zeb", before: first.olderCursor });
  expect(placesOf(rest)).toEqual(Array.from({ length: 13 }, (_, at) => 13 - at));
  expect(rest.olderCursor).toBeNull();
});

test("asks for all words, the last of them perhaps unfinished, and for what pictures are", async () => {
  expect(placesOf(await find({ q: "zebra fo" }))).toEqual([9_003, 9_002, 9_001]);
  expect(placesOf(await find({ q: "zebra fo", favourite: "yes" }))).toEqual([]);
  expect(placesOf(await find({ q: "giraffe" }))).toEqual([]);
  expect(placesOf(await find({ q: "…" }))).toEqual([]);
});

test("finds nothing of a session in the trash, and everything again when it is back", async () => {
  const trash = (deletedAt: Date | null) =>
    updateSession(database.drizzle, { viewerId: LOCAL_OWNER.id, id: sessionId, changes: { deletedAt } });
  await trash(new Date());
  expect(placesOf(await find({ q: "zebra foal" }))).toEqual([]);
  await trash(null);
  expect(placesOf(await find({ q: "zebra foal" }))).toEqual([9_003, 9_002, 9_001]);
});
