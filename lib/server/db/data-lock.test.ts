import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startProcess } from "@/lib/server/testing/test-process";
import { DataFolderInUseError, takeDataLock } from "./data-lock";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "data-lock-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("takeDataLock", () => {
  test("refuses a second taker in this process, and says who holds the folder and how to mend it", () => {
    const lock = takeDataLock(folder, { address: "http://127.0.0.1:3000" });
    const takeAgain = () => takeDataLock(folder);
    expect(takeAgain).toThrow(DataFolderInUseError);
    expect(takeAgain).toThrow(folder);
    expect(takeAgain).toThrow(`pid ${process.pid}, started 20`);
    expect(takeAgain).toThrow("at http://127.0.0.1:3000");
    expect(takeAgain).toThrow("STUDIO_DATA_DIR");
    lock.release();
  });

  test("is free again after release, with nobody named", async () => {
    takeDataLock(folder).release();
    expect(await readdir(folder)).toEqual(["studio.lock"]);
    takeDataLock(folder).release();
  });

  test("refuses while another process holds the folder, and is free once that is killed", async () => {
    const child = startProcess("./hold-data-lock.ts", [folder]);
    try {
      if (child.stdout) await once(child.stdout, "data");
      expect(() => takeDataLock(folder)).toThrow(`pid ${child.pid},`);
    } finally {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    takeDataLock(folder).release();
  });

  test("fails as itself when the folder is missing", () => {
    expect(() => takeDataLock(path.join(folder, "missing"))).not.toThrow(DataFolderInUseError);
    expect(() => takeDataLock(path.join(folder, "missing"))).toThrow("unable to open database file");
  });
});
