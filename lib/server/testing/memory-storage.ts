import "server-only";
import { sniffContentType } from "@/lib/server/picture-files/sniff-content-type";
import type { Storage } from "@/lib/server/ports/storage";
import { assertStorageKey, assertStoragePrefix } from "@/lib/server/storage/storage-key";

/** Storage that lives as long as the process: for tests. */
export function openMemoryStorage(): Storage {
  const values = new Map<string, Uint8Array<ArrayBuffer>>();
  const moments = new Map<string, Date>();

  function find(key: string): Uint8Array<ArrayBuffer> | undefined {
    assertStorageKey(key);
    return values.get(key);
  }

  return {
    async put(key, bytes) {
      assertStorageKey(key);
      // A copy: the caller may go on writing into its buffer.
      values.set(key, new Uint8Array(bytes));
      moments.set(key, new Date());
    },
    async get(key) {
      return find(key)?.slice() ?? null;
    },
    async open(key) {
      const bytes = find(key)?.slice();
      if (!bytes) return null;
      return {
        sizeBytes: bytes.byteLength,
        contentType: sniffContentType(bytes),
        stream: () => new Blob([bytes]).stream(),
      };
    },
    async storedAt(key) {
      return find(key) ? (moments.get(key) ?? null) : null;
    },
    async remove(prefix) {
      assertStoragePrefix(prefix);
      for (const key of values.keys()) if (key.startsWith(prefix)) values.delete(key);
    },
    async *list(prefix) {
      if (prefix !== "") assertStoragePrefix(prefix);
      for (const key of [...values.keys()]) if (key.startsWith(prefix)) yield key;
    },
    async close() {
      values.clear();
    },
  };
}
