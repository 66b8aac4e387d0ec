import "server-only";
import { variantKey } from "@/lib/server/images/picture-address";
import type { Storage } from "@/lib/server/storage/storage";

/**
 * An image's original, opened when the first byte is asked for and closed when the reader leaves.
 * @throws Error when storage has lost it
 */
export async function* storedOriginal(
  storage: Storage,
  id: string,
  hash: string,
): AsyncGenerator<Uint8Array> {
  yield* storedBytes(storage, variantKey(id, "original", hash));
}

/** The same for any key. */
export async function* storedBytes(storage: Storage, key: string): AsyncGenerator<Uint8Array> {
  const stored = await storage.open(key);
  if (!stored) throw new Error(`Storage has nothing under ${key}.`);
  yield* stored.stream();
}
