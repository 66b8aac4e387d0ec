import { mkdtemp, open, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { collectKeys, describeStorage } from "@/lib/server/testing/storage-contract";
import { openFilesystemStorage } from "./filesystem-storage";

vi.mock(import("node:fs/promises"), { spy: true });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "filesystem-storage-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describeStorage("filesystem storage", {
  open: () => openFilesystemStorage({ folder }),
  isPersistent: true,
});

describe("filesystem storage, on disk", () => {
  const key = "images/1/original";
  const oldValue = Uint8Array.of(1, 2, 3);
  const newValue = Uint8Array.of(4, 5, 6, 7);
  let here: string;
  beforeEach(async () => {
    here = await mkdtemp(path.join(folder, "on-disk-"));
  });

  test("keeps the old value when the process ends before the rename", async () => {
    const storage = await openFilesystemStorage({ folder: here });
    await storage.put(key, oldValue, { durable: true });
    const { promise: reachedRename, resolve } = Promise.withResolvers<void>();
    vi.mocked(rename).mockImplementationOnce(() => {
      resolve();
      return new Promise(() => {});
    });
    void storage.put(key, newValue, { durable: true });
    await reachedRename;
    const reopened = await openFilesystemStorage({ folder: here });
    expect(await reopened.get(key)).toStrictEqual(oldValue);
    expect(await collectKeys(reopened.list(""))).toEqual([key]);
    expect(await readdir(path.join(here, "temporary"))).toHaveLength(1);
  });

  test("keeps the old value and no debris when a put fails", async () => {
    const storage = await openFilesystemStorage({ folder: here });
    await storage.put(key, oldValue, { durable: true });
    vi.mocked(rename).mockRejectedValueOnce(new Error("disk gone"));
    await expect(storage.put(key, newValue, { durable: true })).rejects.toThrow("disk gone");
    expect(await storage.get(key)).toStrictEqual(oldValue);
    expect(await readdir(path.join(here, "temporary"))).toEqual([]);
  });

  test("sweeps what a crash left behind, and leaves what a neighbour is writing", async () => {
    const storage = await openFilesystemStorage({ folder: here });
    await storage.put(key, oldValue, { durable: true });
    const left = path.join(here, "temporary", "left-by-a-crash");
    await writeFile(left, newValue);
    const twoHoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
    await utimes(left, twoHoursAgo, twoHoursAgo);
    await writeFile(path.join(here, "temporary", "being-written"), newValue);
    const reopened = await openFilesystemStorage({ folder: here });
    expect(await readdir(path.join(here, "temporary"))).toEqual(["being-written"]);
    expect(await reopened.get(key)).toStrictEqual(oldValue);
    expect(await collectKeys(reopened.list(""))).toEqual([key]);
  });

  test("lets nobody else read", async () => {
    const storage = await openFilesystemStorage({ folder: path.join(here, "made") });
    await storage.put(key, oldValue, { durable: false });
    const modeOf = async (name: string) =>
      ((await stat(path.join(here, "made", name))).mode & 0o777).toString(8);
    expect(await modeOf(".")).toBe("700");
    expect(await modeOf("files/images/1")).toBe("700");
    expect(await modeOf(`files/${key}`)).toBe("600");
  });

  test("syncs a durable file and every folder on the way, and nothing for a preview", async () => {
    const storage = await openFilesystemStorage({ folder: here });
    const probe = await open(here, "r");
    const sync = vi.spyOn(Object.getPrototypeOf(probe), "sync");
    await probe.close();
    await storage.put(key, newValue, { durable: false });
    expect(sync).not.toHaveBeenCalled();
    await storage.put(key, newValue, { durable: true });
    // The file, then images/1, images and the top.
    expect(sync).toHaveBeenCalledTimes(4);
    sync.mockRestore();
  });

  test.for([
    { when: "a reader leaves early", leave: async (body: ReadableStream) => body.cancel() },
    {
      when: "a reader has read it all",
      leave: async (body: ReadableStream) => void (await new Response(body).bytes()),
    },
  ])("closes the file when $when", async ({ leave }) => {
    const storage = await openFilesystemStorage({ folder: here });
    await storage.put(key, new Uint8Array(1_000_000), { durable: false });
    vi.mocked(open).mockClear();
    const opened = await storage.open(key);
    const handle = await vi.mocked(open).mock.results[0]?.value;
    expect(handle.fd).toBeGreaterThan(0);
    if (opened) await leave(opened.stream());
    expect(handle.fd).toBe(-1);
  });
});
