import "server-only";
import { derivedKey } from "@/lib/domain/generation/picture-address";
import { atMost } from "@/lib/server/at-most";
import { plainCopy } from "@/lib/server/picture-files/plain-copy";
import type { StoredBytes } from "@/lib/server/ports/storage";
import type { Services } from "@/lib/server/services";
import { makeCover } from "./make-cover";
import { makeLarge, makeSmall } from "./make-large";

/** What is made of an original for visitors. It lives beside it in storage, and is removed with it. */
export type Derived = "small" | "large" | "plain" | "cover";

type Maker = { from: "original" | "thumbnail"; make(bytes: Uint8Array): Promise<Uint8Array> };

const MAKERS: Record<Derived, Maker> = {
  small: { from: "thumbnail", make: makeSmall },
  large: { from: "original", make: makeLarge },
  plain: { from: "original", make: plainCopy },
  cover: { from: "original", make: makeCover },
};

/** Decoding a large original takes up to 200 MB and a core; the studio's own work goes on beside it. */
const MADE_AT_ONCE = 2;

type Workshop = { run: ReturnType<typeof atMost>; underWay: Map<string, Promise<void>> };

declare global {
  // Next evaluates a module once a bundle, and several routes ask for the same.
  var safelightWorkshop: Workshop | undefined;
}

/**
 * Opens what is made of a finished picture's original; made on first demand, once however many ask.
 * Null where it cannot be made. A completed original never changes, so neither does this.
 */
export async function openDerived(
  { storage }: Pick<Services, "storage">,
  id: string,
  kind: Derived,
): Promise<StoredBytes | null> {
  const key = derivedKey(id, kind);
  const stored = await storage.open(key);
  if (stored) return stored;
  globalThis.safelightWorkshop ??= { run: atMost(MADE_AT_ONCE), underWay: new Map() };
  const { run, underWay } = globalThis.safelightWorkshop;
  const made =
    underWay.get(key) ??
    run(async () => {
      const { from, make } = MAKERS[kind];
      const source = await storage.get(derivedKey(id, from));
      if (!source) return;
      const bytes = await make(source).catch(() => null);
      // It can be made again, so it need not survive a power cut.
      if (bytes) await storage.put(key, bytes, { durable: false });
    }).finally(() => underWay.delete(key));
  underWay.set(key, made);
  await made;
  return storage.open(key);
}
