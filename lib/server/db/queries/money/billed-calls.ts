import "server-only";
import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { ledger } from "@/lib/server/schema/ledger-table";
import { calls, sessions } from "@/lib/server/schema/studio-tables";

/**
 * Calls that were, or may have been, billed, newest first, with what they count. Call and title are null where the
 * session is gone for good: what it cost stays.
 */
export async function listBilledCalls(
  db: Db,
  params: { viewerId: string; before: string | null; limit: number },
) {
  return db
    .select({ entry: ledger, call: calls, sessionTitle: sessions.title })
    .from(ledger)
    .leftJoin(calls, eq(calls.id, ledger.callId))
    .leftJoin(sessions, eq(sessions.id, ledger.sessionId))
    .where(
      and(
        eq(ledger.viewerId, params.viewerId),
        inArray(ledger.basis, ["estimated", "final"]),
        params.before === null ? undefined : lt(ledger.callId, params.before),
      ),
    )
    .orderBy(desc(ledger.callId))
    .limit(params.limit);
}
