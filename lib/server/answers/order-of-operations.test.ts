import fs from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { readImage } from "@/lib/server/db/queries/images";
import { openFilesystemStorage } from "@/lib/server/storage/filesystem-storage";
import { all, answerWith, openTestStudio } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";

const database = useDatabase();

/** What reached the disk, and what happened, in order. */
async function recordOrder(folder: string) {
  const order: string[] = [];
  const journal = vi.spyOn(fs, "fsyncSync").mockImplementation(() => void order.push("journal synced"));
  const probe = await open(folder, "r");
  const sync = vi.spyOn(Object.getPrototypeOf(probe), "sync");
  await probe.close();
  sync.mockImplementation(async () => void order.push("file or folder synced"));
  onTestFinished(() => {
    journal.mockRestore();
    sync.mockRestore();
  });
  return order;
}

test("power may fail at any moment: the journal is on the disk before a request leaves, bytes and their names before the row says so", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "order-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const storage = await openFilesystemStorage({ folder });
  const order = await recordOrder(folder);
  const statesWhenStored: (string | undefined)[] = [];
  await using studio = await openTestStudio(database, {
    storage: {
      ...storage,
      async put(key, ...rest) {
        if (key.startsWith("probe/")) order.push("taking a call");
        const [, imageId = "", variant] = key.split("/");
        if (variant) order.push(`${variant} begun`);
        await storage.put(key, ...rest);
        if (!variant || key.startsWith("probe/")) return;
        order.push(`${variant} stored`);
        statesWhenStored.push((await readImage(database.drizzle, { id: imageId }))?.state);
      },
    },
    answer: async ({ n }) => {
      order.push("request");
      return answerWith(n);
    },
  });
  const { generation } = await studio.submit();
  await studio.imagesWhen(generation.id, all("completed"));

  const between = (from: string, to: string) =>
    order.slice(order.lastIndexOf(from, order.indexOf(to)) + 1, order.indexOf(to));
  expect(between("taking a call", "request")).toContain("journal synced");
  expect(between("request", "original begun"), "what was answered").toContain("journal synced");
  // The file, its folder, the folder of all pictures, and the top.
  for (const variant of ["original", "thumbnail"]) {
    const synced = between(`${variant} begun`, `${variant} stored`);
    expect(synced.filter((one) => one === "file or folder synced")).toHaveLength(4);
  }
  expect(statesWhenStored).toEqual(["developing", "developing"]);
  expect(order.slice(order.indexOf("thumbnail stored"))).toContain("journal synced");
});
