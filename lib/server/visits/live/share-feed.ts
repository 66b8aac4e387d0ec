import "server-only";
import type { ReviewComment } from "@/lib/domain/share/review";
import type { SharedEvent } from "@/lib/domain/share/visitor-gallery";
import { readDatabaseClock } from "@/lib/server/db/clock";
import { findOpenShare } from "@/lib/server/db/queries/sharing/shares";
import type { Watched } from "@/lib/server/ports/watchers";
import type { ShareRow } from "@/lib/server/schema/share-tables";
import type { Services } from "@/lib/server/services";
import { isOpen } from "@/lib/server/visits/is-open";
import { readSharedPage, type SharedPage } from "@/lib/server/visits/read-shared-page";
import { createShareProjection } from "./share-projection";

/**
 * What the streams of one share are told. A comment is told as it is, since it looks different to its
 * author. "changed": the share itself, or changes may have been missed: whoever may still look needs a
 * snapshot. "gone": the share shows nothing any more. "failed": to be opened again.
 */
export type Told =
  | { type: "event"; event: SharedEvent }
  | { type: "comment"; comment: ReviewComment }
  | { type: "changed" }
  | { type: "gone" }
  | { type: "failed" };

/** One share as this process follows it, however many look at it: every row is read and judged once. */
export type ShareFeed = {
  /** The share as it is now. */
  share(): ShareRow;
  /** How many listen. */
  size(): number;
  /** Hears what happens from here on. When the last one has left, the feed ends. */
  join(listener: (told: Told) => void): () => void;
  /** The newest page; who asks at the same moment shares one read. */
  readSharedPage(): Promise<SharedPage>;
};

/** A timer takes at most 2^31 - 1 ms, about 25 days; a later end is looked at again by then. */
const TIMER_MS_MAX = 2 ** 31 - 1;

/** @param onEnd called once, when nobody listens any more or the share is gone */
export function openShareFeed(
  { database: { reads: db }, watchers }: Pick<Services, "database" | "watchers">,
  first: ShareRow,
  onEnd: () => void,
): ShareFeed {
  const listeners = new Set<(told: Told) => void>();
  const projection = createShareProjection(db);
  let share = first;
  let hasEnded = false;
  let expiry: NodeJS.Timeout | undefined;
  let reading: Promise<SharedPage> | null = null;
  /** This machine's clock until the database's is known, which is before anything is told. */
  let now = () => new Date();

  const tell = (told: Told) => {
    // What is read from now on has it, what was begun before may lack it.
    reading = null;
    for (const listener of [...listeners]) listener(told);
  };
  const end = (type: "gone" | "failed") => {
    if (hasEnded) return;
    hasEnded = true;
    clearTimeout(expiry);
    stopWatching();
    onEnd();
    tell({ type });
  };
  const expireInTime = () => {
    clearTimeout(expiry);
    if (share.expiresAt === null || hasEnded) return;
    const leftMs = share.expiresAt.getTime() - now().getTime();
    expiry = setTimeout(
      () => (isOpen(share, now()) ? expireInTime() : end("gone")),
      Math.min(leftMs, TIMER_MS_MAX),
    );
  };
  const onShare = (row: ShareRow | null) => {
    if (!row || !isOpen(row, now())) return end("gone");
    const isSame = lookOf(row) === lookOf(share);
    share = row;
    expireInTime();
    if (!isSame) tell({ type: "changed" });
  };

  /** One after the other, in the order in which they were told of. Watching began before the first read. */
  let last = Promise.resolve();
  const enqueue = (work: () => Promise<void>) => {
    last = last.then(() => (hasEnded ? undefined : work())).catch(() => end("failed"));
  };
  const load = async () => {
    now = await readDatabaseClock(db);
    const row = await findOpenShare(db, { tokenHash: share.tokenHash });
    onShare(row);
    if (!hasEnded) await projection.load(share);
  };
  const onWatched = (watched: Watched) => {
    if (watched === "gap") {
      enqueue(async () => {
        await load();
        if (!hasEnded) tell({ type: "changed" });
      });
      return;
    }
    switch (watched.type) {
      case "image-changed":
        return enqueue(async () => {
          const event = await projection.onImage(share, watched.image);
          if (event) tell({ type: "event", event });
        });
      case "generation-changed":
        return projection.onPrompt(watched.generation.id, watched.generation.prompt);
      case "comment-changed":
        return enqueue(async () => {
          const { comment } = watched;
          const isTold = share.allowReview && comment.shareId === share.id;
          if (isTold && projection.shows(comment.imageId)) tell({ type: "comment", comment });
        });
      // At once, past everything that waits: whose link was revoked sees nothing more.
      case "share-changed":
        return watched.shareId === share.id ? onShare(watched.share) : undefined;
      case "session-changed": {
        const { id, deletedAt } = watched.session;
        return id === share.sessionId && deletedAt !== null ? end("gone") : undefined;
      }
      // The studio's own.
      case "matrix-changed":
      case "mark-changed":
        return;
    }
  };
  const stopWatching = watchers.watch(share.sessionId, onWatched);
  enqueue(load);

  return {
    share: () => share,
    size: () => listeners.size,
    join(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) end("failed");
      };
    },
    async readSharedPage() {
      await last;
      if (reading) return reading;
      const begun = readSharedPage(db, share, null);
      reading = begun;
      const forget = () => {
        if (reading === begun) reading = null;
      };
      void begun.then(forget, forget);
      return begun;
    },
  };
}

/** What of a share visitors can tell; views and the like are none of it. */
function lookOf({ title, showPrompts, allowDownload, allowReview, passwordHash }: ShareRow): string {
  return JSON.stringify([title, showPrompts, allowDownload, allowReview, passwordHash]);
}
