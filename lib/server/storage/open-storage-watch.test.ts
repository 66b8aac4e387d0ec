import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { createLog } from "@/lib/server/log";
import { failingStorage } from "@/lib/server/testing/failing-storage";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import { openS3Server } from "@/lib/server/testing/s3-server";
import { collectKeys } from "@/lib/server/testing/storage-contract";
import { openFilesystemStorage } from "./filesystem-storage";
import { checkFreeSpace } from "./free-space";
import { openStorageWatch, type StorageWatchOptions } from "./open-storage-watch";
import { openS3Storage } from "./s3-storage";

function open(options: Partial<StorageWatchOptions> & Pick<StorageWatchOptions, "storage">) {
  const lines: string[] = [];
  const watch = openStorageWatch({ log: createLog((line) => lines.push(line)), pausesMs: [1], ...options });
  onTestFinished(() => watch.close());
  return { watch, lines, back: () => new Promise<void>((resolve) => watch.onBack(resolve)) };
}

test("writes, reads and removes a value before it says yes, and leaves nothing behind", async () => {
  const { storage, asked } = failingStorage(openMemoryStorage());
  const { watch } = open({ storage });
  expect(await watch.isWritable()).toBe(true);
  expect(asked.map((line) => line.split(" ")[0])).toEqual(["put", "get", "remove"]);
  expect(await collectKeys(storage.list(""))).toEqual([]);
});

test("gives everyone who asks meanwhile one answer, from a probe that began after they asked", async () => {
  const { storage, asked, set } = failingStorage(openMemoryStorage());
  const { watch } = open({ storage });
  let puts = 0;
  set((operation) => {
    if (operation === "put") puts += 1;
    return puts > 1 ? { code: "EIO" } : "fine";
  });
  const first = watch.isWritable();
  const later = [watch.isWritable(), watch.isWritable(), watch.isWritable()];
  expect(await first, "was under way before the fault").toBe(true);
  expect(await Promise.all(later)).toEqual([false, false, false]);
  expect(asked.filter((line) => line.startsWith("put"))).toHaveLength(2);
});

test("asks nothing of a storage that is known to be away, and tells when it is back", async () => {
  const { storage, asked, set } = failingStorage(openMemoryStorage());
  const { watch, lines, back } = open({ storage });
  set({ code: "EROFS" });
  expect(await watch.isWritable()).toBe(false);
  expect(watch.state()).toMatchObject({ type: "away", reason: "The folder is read-only." });
  const before = asked.length;
  expect(await watch.isWritable()).toBe(false);
  expect(asked).toHaveLength(before);
  const isBack = back();
  set("fine");
  await isBack;
  expect(watch.state()).toEqual({ type: "writable" });
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(["storage-away", "storage-back"]);
});

test("does not wait for a storage that hangs", async () => {
  const { storage, set } = failingStorage(openMemoryStorage());
  const { watch } = open({ storage, probeMs: 20 });
  set("hangs");
  expect(await watch.isWritable()).toBe(false);
  expect(watch.state()).toMatchObject({ reason: "It does not answer in time." });
});

test("finds out when a write of someone else failed", async () => {
  const { storage, set } = failingStorage(openMemoryStorage());
  const { watch } = open({ storage });
  watch.suspect(new Error("of one picture alone"));
  expect(await watch.isWritable()).toBe(true);
  set({ code: "EIO" });
  watch.suspect(new Error("of the disk"));
  await vi.waitFor(() => expect(watch.state().type).toBe("away"));
});

test("says no while the disk has less room than is needed, and how much it has", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "watch-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { watch } = open({
    storage: openMemoryStorage(),
    checkSpace: () => checkFreeSpace(folder, Number.MAX_SAFE_INTEGER, 5_000),
  });
  expect(await watch.isWritable()).toBe(false);
  expect(watch.state()).toMatchObject({
    reason: expect.stringMatching(/^The disk has \d+ MB left; \d+ MB must be free\.$/),
  });
  await checkFreeSpace(folder, 1, 5_000);
});

test("knows a folder that is gone from one that is empty, and finds it when it is back", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "watch-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const mounted = path.join(folder, "mounted");
  const storage = await openFilesystemStorage({ folder: mounted });
  await storage.put("images/1/original", Uint8Array.of(1), { durable: true });
  const { watch, back } = open({ storage });
  expect(await watch.isWritable()).toBe(true);
  await rename(mounted, path.join(folder, "elsewhere"));
  expect(await watch.isWritable()).toBe(false);
  await expect(storage.get("images/1/original")).rejects.toMatchObject({ code: "ENOENT" });
  await expect(storage.remove("images/1/")).rejects.toMatchObject({ code: "ENOENT" });
  const isBack = back();
  await rename(path.join(folder, "elsewhere"), mounted);
  await isBack;
  expect(await storage.get("images/1/original")).toStrictEqual(Uint8Array.of(1));
});

test("opens a folder that cannot be used, and says what is wrong with it", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "watch-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, "a-file");
  await writeFile(file, "");
  const { watch } = open({ storage: await openFilesystemStorage({ folder: file }) });
  expect(await watch.isWritable()).toBe(false);
  expect(watch.state()).toMatchObject({ reason: "There is a file where a folder should be." });
});

test("says that a bucket is wrong, and no secret", async () => {
  await using server = await openS3Server("studio");
  const credentials = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };
  const region = "us-east-1";
  const storage = openS3Storage({
    ...{ bucket: "elsewhere", region, endpoint: server.url, credentials, forcePathStyle: true },
  });
  onTestFinished(() => storage.close());
  const { watch, lines } = open({ storage });
  expect(await watch.isWritable()).toBe(false);
  expect(watch.state()).toMatchObject({ reason: "The bucket does not exist. Check S3_BUCKET." });
  expect(lines.join()).not.toContain("S3RVER");
});
