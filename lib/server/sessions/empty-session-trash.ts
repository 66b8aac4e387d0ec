import "server-only";
import { TRASH_DAYS } from "@/lib/domain/gallery/trash";
import { databaseAgo } from "@/lib/server/db/clock";
import { listPurgeableSessions, purgeSession } from "@/lib/server/db/queries/trashed-sessions";
import type { Services } from "@/lib/server/services";

const SESSIONS_AT_ONCE = 20;

/**
 * Removes sessions that have been in the trash for `TRASH_DAYS`, with everything of theirs: here all rows in one
 * transaction, later the bytes (see `removeBytes`), so that a crash in between leaves bytes that nobody shows. What
 * they cost stays in the ledger. One in which something is under way, or has ended since, waits.
 */
export async function emptySessionTrash(
  { database }: Pick<Services, "database">,
  moment?: Date,
): Promise<void> {
  const { drizzle: db } = database;
  const deletedBefore = databaseAgo(TRASH_DAYS * 86_400_000, moment);
  let after = "";
  for (;;) {
    const ids = await listPurgeableSessions(db, { deletedBefore, after, limit: SESSIONS_AT_ONCE });
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
    for (const id of ids) {
      await db.transaction((tx) => purgeSession(tx, { id, deletedBefore }));
    }
  }
}
