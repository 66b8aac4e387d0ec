import { beforeEach, expect, test } from "vitest";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import { useDatabase } from "@/lib/server/testing/use-database";
import { OtherStoreError, openStoreCheck } from "./check-store";
import { forgetStoreMark } from "./db/queries/journal/store-mark";

const database = useDatabase();
beforeEach(() => forgetStoreMark(database.drizzle));

const check = (storage: ReturnType<typeof openMemoryStorage>) => openStoreCheck({ database, storage })();

test("instances that come together to an empty studio agree on one store", async () => {
  const shared = openMemoryStorage();
  await Promise.all([check(shared), check(shared), check(shared)]);
  await check(shared);
});

test("an instance with a store of its own is refused, empty or of another studio", async () => {
  const first = openMemoryStorage();
  await check(first);
  await expect(check(openMemoryStorage())).rejects.toThrow(OtherStoreError);
  const other = openMemoryStorage();
  await other.put("studio/mark", Buffer.from("another"), { durable: true });
  await expect(check(other)).rejects.toThrow("S3_BUCKET");
  await check(first);
});

test("a store that was marked before its writer was stopped is taken as it is", async () => {
  const storage = openMemoryStorage();
  const halfway = { ...storage, get: async () => Promise.reject(new Error("stopped")) };
  await expect(check(halfway)).rejects.toThrow("stopped");
  await storage.put("studio/mark", Buffer.from("00000000-0000-4000-8000-000000000000\n"), { durable: true });
  await check(storage);
  await check(storage);
});

test("a store that loses its mark, as a folder that is no longer mounted does, is noticed", async () => {
  const storage = openMemoryStorage();
  const again = openStoreCheck({ database, storage });
  await again();
  await storage.remove("studio/");
  await expect(again()).rejects.toThrow(OtherStoreError);
});
