import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { failingStorage } from "@/lib/server/testing/failing-storage";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import { openReserve, withReserve } from "./reserve-file";

const sizeBytes = 1_500_000;
const key = "images/1/original";

async function inFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), "reserve-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const reserve = openReserve({ file: path.join(folder, "reserve"), sizeBytes });
  return { folder, reserve };
}

test("sets room aside once, and gives it up", async () => {
  const { folder, reserve } = await inFolder();
  await Promise.all([reserve.restore(), reserve.restore()]);
  expect((await stat(path.join(folder, "reserve"))).size).toBe(sizeBytes);
  expect(await reserve.release()).toBe(true);
  expect(await readdir(folder)).toEqual([]);
  expect(await reserve.release()).toBe(false);
});

test("a write that finds the disk full is done in the room that was set aside", async () => {
  const { folder, reserve } = await inFolder();
  await reserve.restore();
  const { storage, set } = failingStorage(openMemoryStorage());
  let failures = 1;
  set(() => {
    failures -= 1;
    return failures < 0 ? "fine" : { code: "ENOSPC" };
  });
  await withReserve(storage, reserve).put(key, Uint8Array.of(1), { durable: true });
  expect(await storage.get(key)).toStrictEqual(Uint8Array.of(1));
  expect(await readdir(folder)).toEqual([]);
});

test("any other fault leaves the room for when the disk is full", async () => {
  const { folder, reserve } = await inFolder();
  await reserve.restore();
  const { storage, set } = failingStorage(openMemoryStorage());
  set({ code: "EIO" });
  const put = withReserve(storage, reserve).put(key, Uint8Array.of(1), { durable: true });
  await expect(put).rejects.toMatchObject({ code: "EIO" });
  expect(await readdir(folder)).toEqual(["reserve"]);
});
