import "server-only";
import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { calls, generations, sessions } from "@/lib/server/schema/studio-tables";

/** Calls that were, or may have been, billed, newest first. */
export async function listBilledCalls(
  db: Db,
  params: { viewerId: string; before: string | null; limit: number },
) {
  return db
    .select({ call: calls, generation: generations, sessionTitle: sessions.title })
    .from(calls)
    .innerJoin(generations, eq(generations.id, calls.generationId))
    .innerJoin(sessions, eq(sessions.id, generations.sessionId))
    .where(
      and(
        eq(generations.viewerId, params.viewerId),
        inArray(calls.state, ["answered", "unknown"]),
        params.before === null ? undefined : lt(calls.id, params.before),
      ),
    )
    .orderBy(desc(calls.id))
    .limit(params.limit);
}
