import "server-only";
import { and, eq, gte, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { notifyChange } from "@/lib/server/db/notify";
import type { Db } from "@/lib/server/ports/database";
import { ledger } from "@/lib/server/schema/ledger-table";
import { images, sessions } from "@/lib/server/schema/studio-tables";
import { today } from "./ledger";

/**
 * Within a transaction: the totals of sessions in which something was settled yesterday or today are compared with what
 * they are totals of, and those that differ are mended: whatever went wrong does not stay. A session that someone is
 * changing is left for the next time.
 * @returns the ids of the sessions that were mended
 */
export async function mendSessionTotals(db: Db): Promise<string[]> {
  const recent = db
    .selectDistinct({ id: ledger.sessionId })
    .from(ledger)
    .where(gte(ledger.day, sql`${today()} - 1`));
  const locked = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(inArray(sessions.id, recent))
    .orderBy(sessions.id)
    .for("update", { skipLocked: true });
  const ids = locked.map(({ id }) => id);
  if (ids.length === 0) return [];
  // Only now: a look from before the locks would miss what was settled meanwhile.
  const pictures = sql<number>`(${db.$count(
    images,
    and(eq(images.sessionId, sessions.id), eq(images.state, "completed"), isNull(images.deletedAt)),
  )})::int`;
  const microUsd = sql`(select coalesce(sum(${ledger.costMicroUsd}), 0) from ${ledger}
    where ${ledger.sessionId} = ${sessions.id})`;
  const usd = sql<number>`${sessions.importedUsd} + ${microUsd}::float8 / 1e6`;
  const mended = await db
    .update(sessions)
    .set({ pictureCount: pictures, spentUsd: usd, version: sql`${sessions.version} + 1` })
    .where(
      and(
        inArray(sessions.id, ids),
        or(ne(sessions.pictureCount, pictures), sql`abs(${sessions.spentUsd} - (${usd})) > 0.0000005`),
      ),
    )
    .returning({ id: sessions.id });
  for (const { id } of mended) await notifyChange(db, { kind: "session", id, sessionId: id });
  return mended.map(({ id }) => id);
}
