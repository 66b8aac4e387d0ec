import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { openPromise } from "yauzl";
import { createLog } from "@/lib/server/log";
import type { Database } from "@/lib/server/ports/database";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";

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
          ["sessions", "matrices", "generations", "images", "calls", "ledger"].map(count),
        ),
        keys: await Array.fromAsync(storage.list("")),
        files: await readdir(path.join(STUDIO_DATA_DIR, "imports")),
      };
    },
    [Symbol.asyncDispose]: () => rm(STUDIO_DATA_DIR, { recursive: true, force: true }),
  };
}
export type ArchiveStudio = Awaited<ReturnType<typeof openArchiveStudio>>;

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
