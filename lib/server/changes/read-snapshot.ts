import "server-only";
import type { StudioEvent } from "@/lib/domain/gallery/events";
import type { Services } from "@/lib/server/services";
import { readGallery } from "@/lib/server/sessions/read-gallery";
import type { Viewer } from "@/lib/server/viewer";

type Reading = Map<string, Promise<StudioEvent>>;
const readings = new WeakMap<Services["streams"], Reading>();

/**
 * A session as it is now, read after this was asked for. All who ask before the read begins share it: when a
 * connection of the database was lost, everyone who looks needs one at once.
 */
export function readSnapshot(
  { streams, database }: Pick<Services, "streams" | "database">,
  viewer: Viewer,
  sessionId: string,
): Promise<StudioEvent> {
  const bySession: Reading = readings.get(streams) ?? new Map();
  readings.set(streams, bySession);
  const key = `${viewer.id} ${sessionId}`;
  const known = bySession.get(key);
  if (known) return known;
  const reading = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
    bySession.delete(key);
    const gallery = await readGallery(database.reads, viewer, { sessionId, before: null });
    return { type: "snapshot", gallery } satisfies StudioEvent;
  });
  bySession.set(key, reading);
  return reading;
}
