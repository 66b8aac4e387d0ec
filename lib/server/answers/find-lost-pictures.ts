import "server-only";
import { originalKey } from "@/lib/domain/generation/picture-address";
import { findCallOfImage, listDoubtfulImages } from "@/lib/server/db/queries/journal/orphans";
import { storeTile } from "@/lib/server/images/keep-picture";
import type { Services } from "@/lib/server/services";
import { finishPicture } from "./finish-picture";

type Tools = Pick<Services, "database" | "storage" | "log" | "env">;

/** Older ones are found by the walk through the storage. */
const SENT_WITHIN_MS = 24 * 60 * 60_000;
const IMAGES_AT_ONCE = 100;

/**
 * Looks into the storage for pictures whose images ended without one: a process that was taken for dead may have
 * stored them after all. Finishes those that are there, with what their answer said of them.
 * @param after where the last round stopped; null begins anew
 * @returns where this round stopped; null when it came to the end
 */
export async function findLostPictures(tools: Tools, after: string | null): Promise<string | null> {
  const { drizzle: db } = tools.database;
  const ids = await listDoubtfulImages(db, { sentWithinMs: SENT_WITHIN_MS, after, limit: IMAGES_AT_ONCE });
  for (const id of ids) await finishIfThere(tools, id);
  return ids.length < IMAGES_AT_ONCE ? null : (ids.at(-1) ?? null);
}

/** Finishes an image whose picture is in the storage. What cannot be done now is found again. */
export async function finishIfThere(tools: Tools, id: string): Promise<void> {
  try {
    const bytes = await tools.storage.get(originalKey(id));
    if (bytes) await finish(tools, id, bytes);
  } catch (error) {
    tools.log.warn("worker-error", { imageId: id, error });
  }
}

async function finish({ database, storage, env, log }: Tools, id: string, bytes: Uint8Array): Promise<void> {
  const call = await findCallOfImage(database.drizzle, { imageId: id });
  if (!call) return;
  const picture = call.answer?.pictures.find(({ imageId }) => imageId === id) ?? null;
  // Nothing is known of when it came, but no call takes longer.
  const answer = call.answer ?? { durationMs: env.STUDIO_OVERALL_TIMEOUT_S * 1000 };
  const stored = await storeTile(storage, { id, bytes });
  await finishPicture(database, { callId: call.id, image: { id, stored }, answer, picture });
  log.info("picture-found", { imageId: id });
}
