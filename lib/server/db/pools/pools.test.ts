import { sql } from "drizzle-orm";
import { Client, type Pool } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Db } from "@/lib/server/ports/database";
import { openSilentProxy, type SilentProxy } from "@/lib/server/testing/silent-proxy";
import { createPostgresDatabase } from "@/lib/server/testing/test-database";
import { databaseFaultOf } from "../database-fault";
import { openPool, type PoolLimits } from "./open-pool";
import { openDb } from "./transaction";

const limits: PoolLimits = {
  ...{ max: 3, connectMs: 1_000, lockMs: 300 },
  ...{ statementMs: 1_000, idleInTransactionMs: 500 },
};
const table = sql.identifier("sums");

describe("the pools", () => {
  let made: Awaited<ReturnType<typeof createPostgresDatabase>>;
  let server: Client;
  let proxy: SilentProxy;
  let pool: Pool;
  let db: Db;

  beforeAll(async () => {
    made = await createPostgresDatabase();
    server = new Client({ connectionString: made.url });
    await server.connect();
    await server.query(`create table ${table.value} (id integer primary key, n integer not null)`);
  });
  beforeEach(async () => {
    const url = new URL(made.url);
    proxy = await openSilentProxy(Number(url.port || 5432));
    Object.assign(url, { hostname: "127.0.0.1", port: String(proxy.port) });
    pool = openPool(url.href, limits);
    db = openDb(pool);
    await db.execute(sql`truncate ${table}`);
    await db.execute(sql`insert into ${table} values (1, 0), (2, 0)`);
  });
  afterEach(async () => {
    await proxy[Symbol.asyncDispose]();
    await pool.end();
  });
  afterAll(async () => {
    await server.end();
    await made[Symbol.asyncDispose]();
  });

  const add = (db: Db, id: number) => db.execute(sql`update ${table} set n = n + 1 where id = ${id}`);
  const sums = async () => (await db.execute(sql`select sum(n)::int as n from ${table}`)).rows;
  const faultOf = (promise: Promise<unknown>) => promise.then(() => null, databaseFaultOf);
  /** Connections that are open and idle, as many as the pool has. */
  const warm = () =>
    Promise.all(Array.from({ length: limits.max }, () => db.execute(sql`select pg_sleep(0.02)`)));

  test("give every connection back when the network dies at the beginning of transactions", async () => {
    await warm();
    proxy.silence();
    proxy.setOpen(false);
    const lost = await Promise.all(
      Array.from({ length: limits.max }, () => faultOf(db.transaction((tx) => add(tx, 1)))),
    );
    expect(lost).toEqual(Array(limits.max).fill("lost"));
    proxy.setOpen(true);
    await db.transaction((tx) => add(tx, 1));
    expect(await sums()).toEqual([{ n: 1 }]);
    expect(pool.waitingCount).toBe(0);
  });

  test("find a way round connections that died without a word, and change a row once", async () => {
    await warm();
    proxy.silence();
    await Promise.all(Array.from({ length: 6 }, () => db.transaction((tx) => add(tx, 1))));
    expect(await sums()).toEqual([{ n: 6 }]);
  });

  test("let go of idle connections with the one that died", async () => {
    await warm();
    proxy.silence();
    expect(await faultOf(db.execute(sql`select 1`))).toBe("lost");
    await vi.waitFor(() => expect(pool.idleCount).toBe(0));
    expect(await faultOf(db.execute(sql`select 1`))).toBe(null);
  });

  test("survive the loss of a connection in an open transaction, and run it again", async () => {
    let runs = 0;
    await db.transaction(async (tx) => {
      runs += 1;
      await add(tx, 1);
      if (runs === 1) {
        proxy.cut();
        // Meanwhile the loss is told to a connection that waits for nothing.
        await server.query("select 1");
      }
      await add(tx, 2);
    });
    expect([runs, await sums()]).toEqual([2, [{ n: 2 }]]);
  });

  test("do not run again what may have been committed", async () => {
    let runs = 0;
    const moved = db.transaction(async (tx) => {
      runs += 1;
      await add(tx, 1);
      proxy.silence();
    });
    expect(await faultOf(moved)).toBe("lost");
    expect(runs).toBe(1);
  });

  test("run the one again that the server ended in a deadlock", async () => {
    const both = (first: number, second: number, meet: () => Promise<void>) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`set local lock_timeout = 0`);
        await tx.execute(sql`set local deadlock_timeout = 20`);
        await add(tx, first);
        await meet();
        await add(tx, second);
      });
    const met = Promise.withResolvers<void>();
    let there = 0;
    const meet = async () => {
      there += 1;
      if (there === 2) met.resolve();
      await met.promise;
    };
    await Promise.all([both(1, 2, meet), both(2, 1, meet)]);
    expect(await sums()).toEqual([{ n: 4 }]);
  });

  test("wait for a lock a little, say that it is busy, and take the lock from one that froze", async () => {
    const froze = Promise.withResolvers<void>();
    const holding = Promise.withResolvers<void>();
    const frozen = db.transaction(async (tx) => {
      await add(tx, 1);
      holding.resolve();
      await froze.promise;
    });
    const isEnded = faultOf(frozen);
    await holding.promise;
    expect(await faultOf(db.transaction((tx) => add(tx, 1)))).toBe("busy");
    await vi.waitFor(() => db.transaction((tx) => add(tx, 1)), { timeout: 5_000 });
    froze.resolve();
    expect(await isEnded).toBe("lost");
    expect(await sums()).toEqual([{ n: 1 }]);
  });

  test("undo what a refusal leaves, and keep its connection", async () => {
    const refused = db.transaction(async (tx) => {
      await add(tx, 1);
      throw new Error("refused");
    });
    await expect(refused).rejects.toThrow("refused");
    expect([await sums(), pool.totalCount]).toEqual([[{ n: 0 }], 1]);
  });
});
