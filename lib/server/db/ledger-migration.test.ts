import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPglite } from "@/lib/server/db/pglite";
import type { Database } from "@/lib/server/ports/database";

/** The last migration before the ledger. */
const BEFORE = 8;
const MIGRATIONS = path.join(import.meta.dirname, "migrations");

let folder: string;
let database: Database;
const sessionIds = { worked: uuidv7(), imported: uuidv7() };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ledger-"));
  const older = path.join(folder, "migrations");
  await cp(MIGRATIONS, older, { recursive: true });
  const journalFile = path.join(older, "meta", "_journal.json");
  const journal = JSON.parse(await readFile(journalFile, "utf8"));
  journal.entries = journal.entries.filter(({ idx }: { idx: number }) => idx <= BEFORE);
  await writeFile(journalFile, JSON.stringify(journal));
  const old = await openPglite({ folder, migrationsFolder: older });
  await fill(old);
  await old.close();
  database = await openPglite({ folder, migrationsFolder: MIGRATIONS });
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** Calls that ended in every way, what the totals said of them, and a session that was imported. */
async function fill({ drizzle: db }: Database): Promise<void> {
  const { worked, imported } = sessionIds;
  for (const [id, usd] of [
    [worked, 0.1],
    [imported, 0.25],
  ] as const)
    await db.execute(sql`insert into sessions (id, viewer_id, title, spent_usd, picture_count, created_at, updated_at)
      values (${id}, 'local', 'Foxes', ${usd}, 2, now(), now())`);
  const calls = [
    { state: "answered", cost: 0.06, sends: 1, billed: null, pictures: 2 },
    { state: "answered", cost: 0.04, sends: 1, billed: null, pictures: 0 },
    { state: "answered", cost: null, sends: 1, billed: null, pictures: 1 },
    { state: "unknown", cost: null, sends: 1, billed: "maybe", pictures: 0 },
    { state: "cancelled", cost: null, sends: 1, billed: "maybe", pictures: 0 },
    { state: "cancelled", cost: null, sends: 0, billed: "no", pictures: 0 },
    { state: "failed", cost: null, sends: 2, billed: "no", pictures: 0 },
    { state: "sent", cost: null, sends: 1, billed: null, pictures: 0 },
    { state: "planned", cost: null, sends: 0, billed: null, pictures: 0 },
  ];
  for (const { state, cost, sends, billed, pictures } of calls) {
    const generationId = uuidv7();
    await db.execute(sql`insert into generations (id, session_id, viewer_id, idempotency_key, prompt, model_id, options,
      image_count, estimate_usd, created_at)
      values (${generationId}, ${worked}, 'local', ${uuidv7()}, 'a fox', 'm', '{}', 4, 0.08, now())`);
    await db.execute(sql`insert into calls (id, generation_id, lane, first_index, image_count, state, sends, cost_usd,
      failure, ended_at)
      values (${uuidv7()}, ${generationId}, ${worked}, 0, 2, ${state}, ${sends}, ${cost},
        ${billed && JSON.stringify({ billed })}::jsonb, '2026-11-20T23:59:00Z')`);
    for (let index = 0; index < pictures; index += 1)
      await db.execute(sql`insert into images (id, generation_id, session_id, viewer_id, index, model_id, search_text,
        state, width_px, height_px, created_at)
        values (${uuidv7()}, ${generationId}, ${worked}, 'local', ${index}, 'm', '', 'completed', 1, 1, now())`);
  }
  await db.execute(
    sql`insert into spending values ('local', '2026-11-20', 0.5, 7), ('local', '2026-11-19', 0.3, 1)`,
  );
}

const rowsOf = async (query: ReturnType<typeof sql>) => (await database.drizzle.execute(query)).rows;

test("gives every call its row, at its cost or at its part of the estimate", async () => {
  const rows = await rowsOf(sql`select state, basis, cost_micro_usd::int as cost, ledger.pictures, day::text
    from ledger join calls on calls.id = call_id order by calls.id`);
  const day = "2026-11-20";
  expect(rows).toEqual([
    { state: "answered", basis: "final", cost: 60_000, pictures: 2, day },
    { state: "answered", basis: "final", cost: 40_000, pictures: 0, day },
    { state: "answered", basis: "estimated", cost: 40_000, pictures: 1, day },
    { state: "unknown", basis: "estimated", cost: 40_000, pictures: 0, day },
    { state: "cancelled", basis: "estimated", cost: 40_000, pictures: 0, day },
    { state: "cancelled", basis: "free", cost: 0, pictures: 0, day },
    { state: "failed", basis: "free", cost: 0, pictures: 0, day },
    { state: "sent", basis: "committed", cost: null, pictures: 0, day: null },
    { state: "planned", basis: "planned", cost: null, pictures: 0, day: null },
  ]);
});

test("keeps what was spent in sessions that are gone, by day", async () => {
  const rows =
    await rowsOf(sql`select day::text, sum(cost_micro_usd) filter (where basis = 'final')::int as final,
    sum(pictures)::int as pictures from ledger where day is not null group by day order by day`);
  expect(rows).toEqual([
    { day: "2026-11-19", final: 300_000, pictures: 1 },
    { day: "2026-11-20", final: 500_000, pictures: 7 },
  ]);
});

test("makes totals of sessions sums of the ledger and of what they brought with them", async () => {
  const rows = await rowsOf(sql`select id, imported_usd, spent_usd from sessions order by id`);
  expect(rows).toEqual([
    { id: sessionIds.worked, imported_usd: 0, spent_usd: 0.22 },
    { id: sessionIds.imported, imported_usd: 0.25, spent_usd: 0.25 },
  ]);
});
