import "server-only";
import { pictureKeys } from "@/lib/domain/generation/picture-address";
import { isId } from "@/lib/domain/text/id";
import { readOrphanAges, sortStoredImages } from "@/lib/server/db/queries/journal/orphans";
import type { Services } from "@/lib/server/services";
import { finishIfThere } from "./find-lost-pictures";

type Tools = Pick<Services, "database" | "storage" | "log" | "env">;

/** Bytes come before their rows where a session is imported, and an import may take hours. */
const ORPHAN_AGE_MIN_MS = 24 * 60 * 60_000;
const IMAGES_AT_ONCE = 500;
/** Enough to look into it; the log is no place for thousands of keys. */
const REPORTED_MAX = 20;

/** What a walk found of pictures that no row names. */
export type Orphans = { removed: string[]; kept: string[] };

/**
 * Goes through all that is stored of pictures: finishes images whose original is there, and removes what no row has
 * named for a day. Bytes from before this database knew its store are left alone: another one may have known them.
 * @param goOn asked after each stretch; false ends the walk
 * @returns whether it came to the end
 */
export async function walkStorage(tools: Tools, goOn: () => Promise<boolean>): Promise<boolean> {
  const orphans: Orphans = { removed: [], kept: [] };
  let isWhole = true;
  for await (const ids of imageIdsIn(tools.storage)) {
    const { known, doubtful } = await sortStoredImages(tools.database.drizzle, { ids });
    for (const id of doubtful) await finishIfThere(tools, id);
    for (const id of ids) if (!known.has(id)) await settleOrphan(tools, id, orphans);
    isWhole = await goOn();
    if (!isWhole) break;
  }
  report(tools, orphans);
  return isWhole;
}

/** The ids of pictures of which something is stored, some at a time. */
async function* imageIdsIn(storage: Services["storage"]): AsyncGenerator<string[]> {
  let ids = new Set<string>();
  for await (const key of storage.list("images/")) {
    const [, id = ""] = key.split("/");
    if (isId(id)) ids.add(id);
    if (ids.size < IMAGES_AT_ONCE) continue;
    yield [...ids];
    ids = new Set();
  }
  yield [...ids];
}

async function settleOrphan(
  { database, storage, log }: Tools,
  id: string,
  { removed, kept }: Orphans,
): Promise<void> {
  try {
    const storedAt = await newestOf(storage, id);
    const ages = await readOrphanAges(database.drizzle, { ageMinMs: ORPHAN_AGE_MIN_MS });
    if (!storedAt || !ages || storedAt > ages.until) return;
    if (storedAt < ages.since) return void kept.push(id);
    // Once more: an import may have been finished since.
    const { known } = await sortStoredImages(database.drizzle, { ids: [id] });
    if (known.has(id)) return;
    await storage.remove(pictureKeys(id));
    removed.push(id);
  } catch (error) {
    log.warn("bytes-not-removed", { imageId: id, error });
  }
}

async function newestOf(storage: Services["storage"], id: string): Promise<Date | null> {
  let newest: Date | null = null;
  for await (const key of storage.list(pictureKeys(id))) {
    const storedAt = await storage.storedAt(key);
    if (storedAt && (!newest || storedAt > newest)) newest = storedAt;
  }
  return newest;
}

function report({ log }: Tools, { removed, kept }: Orphans): void {
  if (removed.length + kept.length === 0) return;
  log.info("orphans-found", {
    ...{ removed: removed.length, kept: kept.length },
    imageIds: [...removed, ...kept].slice(0, REPORTED_MAX),
  });
}
