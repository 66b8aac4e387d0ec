import "server-only";
import type { Storage } from "@/lib/server/ports/storage";

/**
 * A stored value, opened when the first byte is asked for and closed when the reader leaves.
 * @throws Error when storage has lost it
 */
export async function* storedBytes(storage: Storage, key: string): AsyncGenerator<Uint8Array> {
  const stored = await storage.open(key);
  if (!stored) throw new Error(`Storage has nothing under ${key}.`);
  yield* stored.stream();
}
