import * as z from "zod/mini";
import type { CullItem } from "@/lib/client/studio/cull-source";
import { CULL_START, type CullState } from "./cull-state";
import type { PendingFlags } from "./flag-queue";
import { PENDING_FLAGS_KEY } from "./pending-flags";

const placeKey = (source: string) => `safelight:cull:${source}`;

const flagsSchema = z.object({ favourite: z.boolean(), rejected: z.boolean() });
const pendingSchema = z.record(z.string(), flagsSchema);
const keptSchema = z.object({
  /** The picture that was shown; null at the end. */
  imageId: z.nullable(z.string()),
  /** How many pictures there were. */
  count: z.int(),
  steps: z.array(z.object({ imageId: z.string(), before: flagsSchema })),
});
export type KeptCull = z.infer<typeof keptSchema>;

/** Where one left a cull in this browser; null where none was begun, or it cannot be read. */
export function readCull(source: string): KeptCull | null {
  return read(placeKey(source), keptSchema);
}

/** At the end and without decisions there is nothing to go on with. */
export function writeCull(source: string, kept: KeptCull): void {
  write(placeKey(source), kept.imageId === null && kept.steps.length === 0 ? null : kept);
}

/** PendingFlags that were made and not written yet. */
export function readPending(): PendingFlags {
  return read(PENDING_FLAGS_KEY, pendingSchema) ?? {};
}

export function writePending(pending: PendingFlags): void {
  write(PENDING_FLAGS_KEY, Object.keys(pending).length === 0 ? null : pending);
}

/**
 * The state to go on with, with every decision to be taken back: at the picture that was shown, or at
 * the end where all pictures are the same; else, since some came or went, at the beginning. Null while
 * that cannot be told, since not all are loaded.
 */
export function resumed(kept: KeptCull, items: readonly CullItem[], isMore: boolean): CullState | null {
  const found = items.findIndex(({ image }) => image.id === kept.imageId);
  if (found < 0 && isMore) return null;
  const known = new Set(items.map(({ image }) => image.id));
  const steps = kept.steps.filter(({ imageId }) => isMore || known.has(imageId));
  const isSame = kept.count === items.length && steps.length === kept.steps.length;
  const place = kept.imageId === null && isSame ? items.length : Math.max(found, 0);
  return { ...CULL_START, place, steps };
}

function read<T>(key: string, schema: z.ZodMiniType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(localStorage.getItem(key) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** A full or forbidden storage is no reason to stop. */
function write(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
}
