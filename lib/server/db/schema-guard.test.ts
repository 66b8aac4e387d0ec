import path from "node:path";
import { type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { useDatabase } from "@/lib/server/testing/use-database";
import { refuseOtherSchema } from "./schema-guard";

const migrationsFolder = path.join(import.meta.dirname, "migrations");
const database = useDatabase();

/** What the guard says of the studio's database after a statement, which is undone. */
async function saidAfter(statement: SQL): Promise<string> {
  const undone = database.drizzle.transaction(async (db) => {
    await db.execute(statement);
    await refuseOtherSchema(db, migrationsFolder);
    throw new Error("fine");
  });
  return undone.catch((error: unknown) => (error instanceof Error ? error.message : ""));
}

test("takes an empty database, and one that this version wrote", async () => {
  expect(await saidAfter(sql`drop table drizzle.__drizzle_migrations`)).toBe("fine");
  expect(await saidAfter(sql`select 1`)).toBe("fine");
});

test("takes one that lacks the newest changes, which are made then", async () => {
  const newest = sql`(select max(created_at) from drizzle.__drizzle_migrations)`;
  expect(await saidAfter(sql`delete from drizzle.__drizzle_migrations where created_at = ${newest}`)).toBe(
    "fine",
  );
});

test("refuses one that a newer version has changed", async () => {
  const change = sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)`;
  expect(await saidAfter(change)).toContain("a newer version of the studio");
});

test("refuses one whose migrator would leave a change out", async () => {
  const oldest = sql`(select min(created_at) from drizzle.__drizzle_migrations)`;
  expect(
    await saidAfter(sql`delete from drizzle.__drizzle_migrations where created_at = ${oldest}`),
  ).toContain("would be skipped");
});
