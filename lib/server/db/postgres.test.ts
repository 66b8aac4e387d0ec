import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Database } from "@/lib/server/ports/database";
import { onServer } from "@/lib/server/testing/postgres-statement";
import { openSilentProxy } from "@/lib/server/testing/silent-proxy";
import { createPostgresDatabase } from "@/lib/server/testing/test-database";
import { openPostgres } from "./postgres";

const migrationsFolder = path.join(import.meta.dirname, "migrations");

/** Only ends a wait that has no end. */
const hang = { timeout: 60_000 };

describe("openPostgres", () => {
  let made: Awaited<ReturnType<typeof createPostgresDatabase>>;
  let url: string;
  let first: Database;
  let second: Database;

  beforeAll(async () => {
    made = await createPostgresDatabase();
    url = made.url;
    [first, second] = await Promise.all([
      openPostgres({ url, migrationsFolder }),
      openPostgres({ url, migrationsFolder }),
    ]);
  });

  afterAll(async () => {
    await Promise.all([first.close(), second.close()]);
    await made[Symbol.asyncDispose]();
  });

  test("has the studio's tables, once, when two instances start together on an empty database", async () => {
    expect(await first.drizzle.query.sessions.findMany()).toEqual([]);
    const { rows } = await second.drizzle.execute(sql`select hash from drizzle.__drizzle_migrations`);
    expect(new Set(rows.map((row) => row.hash)).size).toBe(rows.length);
  });

  test("leaves no migration lock behind", async () => {
    const third = await openPostgres({ url, migrationsFolder });
    await third.close();
  });

  test("hears what another instance notifies, until it stops listening", async () => {
    const heard: string[] = [];
    const stop = await first.listen("image_changed", (payload) => heard.push(payload));
    await second.drizzle.execute(sql`select pg_notify('image_changed', 'one')`);
    await vi.waitFor(() => expect(heard).toEqual(["one"]), hang);
    await stop();
    const also: string[] = [];
    await first.listen("image_changed", (payload) => also.push(payload));
    await second.drizzle.execute(sql`select pg_notify('image_changed', 'two')`);
    await vi.waitFor(() => expect(also).toEqual(["two"]), hang);
    expect(heard).toEqual(["one"]);
  });

  test("survives the loss of every connection, listens again and says that it may have missed something", async () => {
    const heard: string[] = [];
    const onGap = vi.fn();
    await first.listen("session_changed", (payload) => heard.push(payload), onGap);
    await first.drizzle.execute(sql`select 1`);
    await onServer(
      made.serverUrl,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${made.name}'`,
    );
    await vi.waitFor(() => expect(onGap).toHaveBeenCalledTimes(1), hang);
    await second.drizzle.execute(sql`select pg_notify('session_changed', 'again')`);
    await vi.waitFor(() => expect(heard).toEqual(["again"]), hang);
    expect((await first.drizzle.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
  });

  test("waits at its start for a server that comes later, and says so once", async () => {
    const target = new URL(url);
    await using proxy = await openSilentProxy(Number(target.port || 5432));
    proxy.setOpen(false);
    target.hostname = "127.0.0.1";
    target.port = String(proxy.port);
    const reasons: string[] = [];
    const onWait = (reason: string) => {
      reasons.push(reason);
      proxy.setOpen(true);
    };
    const late = await openPostgres({ url: target.href, migrationsFolder, waitMs: 30_000, onWait });
    expect((await late.reads.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
    expect(reasons).toHaveLength(1);
    await late.close();
  });

  test("reads and gives signs of life while every connection for work waits for a lock", async () => {
    await first.drizzle.execute(sql`insert into settings (viewer_id) values ('someone')`);
    const lock = sql`select 1 from settings where viewer_id = 'someone' for update`;
    const held = Promise.withResolvers<void>();
    const holding = second.drizzle.transaction(async (db) => {
      await db.execute(lock);
      await held.promise;
    });
    const waiting = Array.from({ length: 12 }, () => first.drizzle.execute(lock));
    const one = sql`select 1 as one`;
    const answers = await Promise.all([first.reads.execute(one), first.leases.execute(one)]);
    expect(answers.map(({ rows }) => rows)).toEqual([[{ one: 1 }], [{ one: 1 }]]);
    held.resolve();
    await Promise.all([holding, ...waiting]);
  });

  test("fails to open, rather than hang, when the server is not there", async () => {
    await expect(openPostgres({ url: "postgres://127.0.0.1:1/none", migrationsFolder })).rejects.toThrow(
      "ECONNREFUSED",
    );
  });

  test("refuses a channel name that would need quoting", async () => {
    await expect(first.listen("x; drop table sessions", () => {})).rejects.toThrow("no channel name");
  });
});
