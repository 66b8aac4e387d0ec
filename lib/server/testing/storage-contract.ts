import { hash, randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Storage } from "@/lib/server/ports/storage";
import { InvalidStorageKeyError } from "@/lib/server/storage/storage-key";

export type StorageUnderTest = {
  /** Opens the same place each time. */
  open: () => Promise<Storage>;
  /** Whether values outlive `close`. */
  isPersistent: boolean;
};

const durable = { durable: true };
const preview = { durable: false };
const hostileKeys = [
  ...[
    "",
    "/",
    "/images/1",
    "images/1/",
    "images//1",
    "../secret",
    "images/../secret",
    "images/.",
    "images/..",
  ],
  ...[
    "images\\1",
    "C:/windows",
    "images/%2e%2e/1",
    "images/ü",
    "images/a b",
    "images/1\0",
    `images/${"a".repeat(201)}`,
  ],
];
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);

function newPrefix(): string {
  return `images/${randomUUID()}/`;
}

/** Every key, sorted. */
export async function collectKeys(keys: AsyncIterable<string>): Promise<string[]> {
  const collected: string[] = [];
  for await (const key of keys) collected.push(key);
  return collected.sort();
}

/** Stands for a large value, which is slow to compare. */
function digest(bytes: Uint8Array | null): string {
  return bytes === null ? "none" : hash("sha256", bytes);
}

/** The guarantees of the port, run on every backend. */
export function describeStorage(name: string, { open, isPersistent }: StorageUnderTest): void {
  describe(name, () => {
    let storage: Storage;
    beforeAll(async () => {
      storage = await open();
    });
    afterAll(() => storage.close());

    test.for([
      { sizeBytes: 0, options: durable },
      { sizeBytes: 1, options: durable },
      { sizeBytes: 1, options: preview },
      { sizeBytes: 5_000_000, options: durable },
      { sizeBytes: 5_000_000, options: preview },
    ])("gives back $sizeBytes bytes, whole and streamed ($options)", async ({ sizeBytes, options }) => {
      const key = `${newPrefix()}original`;
      const bytes = new Uint8Array(randomBytes(sizeBytes));
      await storage.put(key, bytes, options);
      expect(digest(await storage.get(key))).toBe(digest(bytes));
      const opened = await storage.open(key);
      expect(opened?.sizeBytes).toBe(sizeBytes);
      expect(digest(await new Response(opened?.stream()).bytes())).toBe(digest(bytes));
    });

    test("says what the bytes are", async () => {
      const key = `${newPrefix()}original`;
      await storage.put(key, png, durable);
      const opened = await storage.open(key);
      expect(opened?.contentType).toBe("image/png");
      await opened?.stream().cancel();
    });

    test("keeps its own copy of what it was given and of what it gave", async () => {
      const key = `${newPrefix()}original`;
      const bytes = Uint8Array.of(1);
      await storage.put(key, bytes, durable);
      bytes[0] = 2;
      (await storage.get(key))?.fill(3);
      expect(await storage.get(key)).toStrictEqual(Uint8Array.of(1));
    });

    test("answers null for what was never stored", async () => {
      expect(await storage.get(`${newPrefix()}original`)).toBeNull();
      expect(await storage.open(`${newPrefix()}original`)).toBeNull();
    });

    test("shows readers of a value being replaced the old one or the new one", async () => {
      const key = `${newPrefix()}partial`;
      const values = [new Uint8Array(400_000).fill(1), new Uint8Array(900_000).fill(2)];
      await storage.put(key, new Uint8Array(400_000).fill(1), preview);
      const digests = values.map(digest);
      let isWriting = true;
      const write = async () => {
        for (let round = 0; round < 5; round++)
          for (const value of values) await storage.put(key, value, preview);
        isWriting = false;
      };
      const read = async () => {
        while (isWriting) expect(digests).toContain(digest(await storage.get(key)));
      };
      await Promise.all([write(), read(), read()]);
    });

    test("ends with one whole value when several are put at once", async () => {
      const key = `${newPrefix()}partial`;
      const values = [1, 2, 3, 4, 5, 6].map((fill) => new Uint8Array(fill * 150_000).fill(fill));
      await Promise.all(values.map((value) => storage.put(key, value, durable)));
      expect(values.map(digest)).toContain(digest(await storage.get(key)));
    });

    test("says when a value was stored, and nothing of what never was", async () => {
      const key = `${newPrefix()}original`;
      // Of a second, in some.
      const before = Math.floor(Date.now() / 1000) * 1000;
      await storage.put(key, png, durable);
      const storedAt = await storage.storedAt(key);
      expect(storedAt?.getTime()).toBeGreaterThanOrEqual(before);
      expect(await storage.storedAt(`${newPrefix()}original`)).toBeNull();
    });

    test("removes everything under a prefix and nothing beside it", async () => {
      const prefix = newPrefix();
      const sibling = `${prefix.slice(0, -1)}0/original`;
      for (const key of [`${prefix}original`, `${prefix}previews/0`, sibling])
        await storage.put(key, png, preview);
      await storage.remove(prefix);
      expect(await storage.get(`${prefix}original`)).toBeNull();
      expect(await storage.get(`${prefix}previews/0`)).toBeNull();
      expect(await storage.get(sibling)).toStrictEqual(png);
      await storage.remove(prefix);
    });

    test("lists the keys under a prefix, and every key", async () => {
      const prefix = newPrefix();
      const keys = [`${prefix}original`, `${prefix}previews/0`, `${prefix}thumbnail`];
      for (const key of keys) await storage.put(key, png, preview);
      expect(await collectKeys(storage.list(prefix))).toEqual(keys);
      expect(await collectKeys(storage.list(newPrefix()))).toEqual([]);
      expect(await collectKeys(storage.list(""))).toEqual(expect.arrayContaining(keys));
    });

    test.for(hostileKeys)("refuses the key %j", async (key) => {
      await expect(storage.put(key, png, durable)).rejects.toThrow(InvalidStorageKeyError);
      await expect(storage.get(key)).rejects.toThrow(InvalidStorageKeyError);
      await expect(storage.open(key)).rejects.toThrow(InvalidStorageKeyError);
    });

    test.for(["", "/", "images", "../", "images/../", "/images/"])("refuses to remove %j", async (prefix) => {
      await expect(storage.remove(prefix)).rejects.toThrow(InvalidStorageKeyError);
    });

    if (!isPersistent) return;
    test("keeps values when closed and opened again", async () => {
      const key = `${newPrefix()}original`;
      await storage.put(key, png, durable);
      await storage.close();
      storage = await open();
      expect(await storage.get(key)).toStrictEqual(png);
    });
  });
}
