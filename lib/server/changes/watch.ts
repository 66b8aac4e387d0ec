import "server-only";
import { CHANGES_CHANNEL, type Change, parseChange } from "@/lib/server/db/notify";
import { readGeneration } from "@/lib/server/db/queries/generations";
import { readImage } from "@/lib/server/db/queries/images";
import { readMatrixRow } from "@/lib/server/db/queries/matrices";
import { readSession } from "@/lib/server/db/queries/sessions";
import { readComment, readMark } from "@/lib/server/db/queries/sharing/session-review";
import { readShare } from "@/lib/server/db/queries/sharing/shares";
import type { Database } from "@/lib/server/ports/database";
import type { Watched, Watcher, Watchers } from "@/lib/server/ports/watchers";

/** Hears changes from every instance; a row is read once a change and instance, however many look at it. */
export async function openWatchers(database: Database, onError: (error: unknown) => void): Promise<Watchers> {
  const bySession = new Map<string, Set<Watcher>>();

  async function tell(payload: string): Promise<void> {
    const change = parseChange(payload);
    const told = watchersOf(change);
    if (told.length === 0) return;
    const watched = await readChanged(database, change).catch((error: unknown): Watched => {
      onError(error);
      // The change is known and its row is not: whoever looks needs a snapshot.
      return "gap";
    });
    if (watched) for (const watchers of told) for (const watcher of watchers) watcher(watched);
  }

  /** A session's name and totals stand in the list that every page of the studio shows. */
  function watchersOf({ kind, sessionId }: Change): Set<Watcher>[] {
    if (kind === "session") return [...bySession.values()];
    const watchers = bySession.get(sessionId);
    return watchers ? [watchers] : [];
  }

  const stop = await database.listen(
    CHANGES_CHANNEL,
    (payload) => void tell(payload).catch(onError),
    () => {
      for (const watchers of bySession.values()) for (const watcher of watchers) watcher("gap");
    },
  );
  return {
    watch(sessionId, watcher) {
      const watchers = bySession.get(sessionId) ?? new Set();
      bySession.set(sessionId, watchers.add(watcher));
      return () => {
        watchers.delete(watcher);
        if (watchers.size === 0 && bySession.get(sessionId) === watchers) bySession.delete(sessionId);
      };
    },
    close: stop,
  };
}

async function readChanged({ reads: db }: Database, { kind, id }: Change): Promise<Watched | null> {
  switch (kind) {
    case "image": {
      const image = await readImage(db, { id });
      return image && { type: "image-changed", image };
    }
    case "generation": {
      const generation = await readGeneration(db, { id });
      return generation && { type: "generation-changed", generation };
    }
    case "matrix": {
      const matrix = await readMatrixRow(db, { id });
      return matrix && { type: "matrix-changed", matrix };
    }
    case "session": {
      const session = await readSession(db, { id });
      return session && { type: "session-changed", session };
    }
    case "share":
      return { type: "share-changed", shareId: id, share: await readShare(db, { id }) };
    case "mark": {
      const mark = await readMark(db, { id });
      return mark && { type: "mark-changed", mark };
    }
    case "comment": {
      const comment = await readComment(db, { id });
      return comment && { type: "comment-changed", comment };
    }
  }
}
