import fs from "node:fs";
import { cp, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Database } from "@/lib/server/ports/database";
import { linesUntilKilled, startProcess } from "@/lib/server/testing/test-process";
import { DataFolderInUseError } from "./data-lock";
import { pgliteVersion } from "./fsync-fs";
import { openPglite } from "./pglite";

const migrationsFolder = path.join(import.meta.dirname, "migrations");
/** A place for all, and in it a database that was started once, because a first start takes seconds. */
let place: string;
let folder: string;

async function withDatabase<T>(use: (database: Database) => Promise<T>): Promise<T> {
  const database = await openPglite({ folder, migrationsFolder });
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

async function acknowledgedNumbers({ drizzle }: Database): Promise<number[]> {
  const { rows } = await drizzle.execute<{ number: number }>(
    sql`select number from acknowledged order by number`,
  );
  return rows.map(({ number }) => number);
}

beforeAll(async () => {
  place = await mkdtemp(path.join(tmpdir(), "pglite-"));
  folder = path.join(place, "started-once");
  await withDatabase(({ drizzle }) =>
    drizzle.execute(sql`create table acknowledged (number integer primary key)`),
  );
}, 60_000);

beforeEach(async ({ task }) => {
  const startedOnce = path.join(place, "started-once");
  folder = path.join(place, task.id);
  await cp(startedOnce, folder, { recursive: true });
});

afterAll(() => rm(place, { recursive: true, force: true }));

describe("openPglite", () => {
  test("keeps every acknowledged row when the process is killed", async () => {
    const acknowledged: number[] = [];
    for (const count of [3, 40, 90]) {
      const first = String((acknowledged.at(-1) ?? 0) + 1000);
      const child = startProcess("./insert-rows-forever.ts", [folder, migrationsFolder, first]);
      acknowledged.push(...(await linesUntilKilled(child, count)).map(Number));
      const kept = await withDatabase(acknowledgedNumbers);
      expect(kept).toEqual(expect.arrayContaining(acknowledged));
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(133);
  });

  test("syncs to the disk before it acknowledges a row", async () => {
    await withDatabase(async ({ drizzle }) => {
      const fsync = vi.spyOn(fs, "fsyncSync");
      for (let number = 0; number < 5; number++) {
        await drizzle.execute(sql`insert into acknowledged (number) values (${number})`);
        expect(fsync).toHaveBeenCalledTimes(number + 1);
      }
      fsync.mockRestore();
    });
  });

  test("refuses to acknowledge a row that did not reach the disk, and says that it stopped", async () => {
    const onPanic = vi.fn();
    const { drizzle } = await openPglite({ folder, migrationsFolder, onPanic });
    const fsync = vi.spyOn(fs, "fsyncSync").mockImplementation(() => {
      throw Object.assign(new Error("i/o error"), { code: "EIO" });
    });
    const insert = drizzle.execute(sql`insert into acknowledged (number) values (1)`);
    await expect(insert).rejects.toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ code: "58030" }) }),
    );
    fsync.mockRestore();
    expect(onPanic).toHaveBeenCalledWith(expect.stringMatching(/^could not fsync file .*: I\/O error$/));
  });

  test("says why it does not start, and frees the folder", async () => {
    const versionFile = path.join(folder, "db", "PG_VERSION");
    await writeFile(versionFile, "9.4\n");
    await expect(openPglite({ folder, migrationsFolder })).rejects.toThrow(
      "did not start: database files are incomp",
    );
    await writeFile(versionFile, "18\n");
    await withDatabase(async () => {});
  });

  test("runs on the PGlite that the sync is known to work with", async () => {
    const { rows } = await withDatabase(({ drizzle }) =>
      drizzle.execute<{ version: string }>(sql`select version()`),
    );
    expect(rows[0]?.version).toContain(`(PGlite ${pgliteVersion})`);
  });

  test("has the rows and the tables of the studio when opened again", async () => {
    await withDatabase(({ drizzle }) => drizzle.execute(sql`insert into acknowledged (number) values (7)`));
    await withDatabase(async (database) => {
      expect(await acknowledgedNumbers(database)).toEqual([7]);
      expect(await database.drizzle.query.sessions.findMany()).toEqual([]);
    });
  });

  test("refuses a folder that is open already, and frees it when closed", async () => {
    await withDatabase(async () => {
      await expect(openPglite({ folder, migrationsFolder })).rejects.toThrow(DataFolderInUseError);
    });
    await withDatabase(async () => {});
  });

  test("frees the folder when it cannot open the database", async () => {
    await expect(openPglite({ folder, migrationsFolder: path.join(place, "missing") })).rejects.toThrow(
      "meta/_journal",
    );
    await withDatabase(async () => {});
  });

  test("begins again after a first start that was interrupted", async () => {
    folder = `${folder}-interrupted`;
    await mkdir(path.join(folder, "db"), { recursive: true });
    await writeFile(path.join(folder, "db", "PG_VERSION"), "18\n");
    await writeFile(path.join(folder, "db.unfinished"), "");
    await withDatabase(({ drizzle }) => drizzle.execute(sql`select 1`));
    await expect(stat(path.join(folder, "db.unfinished"))).rejects.toThrow("ENOENT");
  }, 60_000);

  test("lets nobody else into the folder, even if it was there before", async () => {
    await fs.promises.chmod(folder, 0o755);
    await withDatabase(async () => {});
    expect(((await stat(folder)).mode & 0o777).toString(8)).toBe("700");
  });

  test("hears what is notified, until it stops listening", async () => {
    await withDatabase(async ({ drizzle, listen }) => {
      const heard: string[] = [];
      const stop = await listen("image_changed", (payload) => heard.push(payload));
      await drizzle.execute(sql`select pg_notify('image_changed', 'one')`);
      await vi.waitFor(() => expect(heard).toEqual(["one"]));
      await stop();
      await drizzle.execute(sql`select pg_notify('image_changed', 'two')`);
      await drizzle.execute(sql`select 1`);
      expect(heard).toEqual(["one"]);
      await expect(listen("Image-Changed; drop table x", () => {})).rejects.toThrow("no channel name");
    });
  });

  test("keeps the journal small and reuses the room of deleted rows when maintained", async () => {
    await withDatabase(async ({ drizzle, maintain }) => {
      const sizes = async () => {
        const { rows } = await drizzle.execute<{ table: number; journal: number }>(
          sql`select pg_table_size('acknowledged')::int as table, pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::int as journal from pg_control_checkpoint()`,
        );
        return rows[0];
      };
      await drizzle.execute(sql`insert into acknowledged select generate_series(1, 20000)`);
      await drizzle.execute(sql`delete from acknowledged`);
      const before = await sizes();
      await maintain();
      const after = await sizes();
      expect(before?.journal).toBeGreaterThan(1_000_000);
      expect(after?.journal).toBeLessThan(200_000);
      expect(after?.table).toBeLessThan((before?.table ?? 0) / 2);
    });
  });
});
