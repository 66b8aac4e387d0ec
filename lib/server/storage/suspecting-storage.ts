import "server-only";
import type { Storage } from "@/lib/server/ports/storage";
import type { StorageWatch } from "@/lib/server/ports/storage-watch";

/** The same storage; each write that fails is told to the watch, which finds out whether it is the storage. */
export function suspectingStorage(storage: Storage, watch: StorageWatch): Storage {
  return {
    ...storage,
    async put(key, bytes, options) {
      try {
        await storage.put(key, bytes, options);
      } catch (error) {
        watch.suspect(error);
        throw error;
      }
    },
  };
}
