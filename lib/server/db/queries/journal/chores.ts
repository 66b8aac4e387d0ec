import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { databaseAgo, databaseIn, databaseNow } from "@/lib/server/db/clock";
import type { Db } from "@/lib/server/ports/database";
import { chores } from "@/lib/server/schema/upkeep-tables";

/** How long whoever does a chore is believed to live without a sign of life. */
const LEASE_MS = 60_000;

/** Takes a chore unless another does it, or it was done less than `everyMs` ago: exactly one instance gets it. */
export async function claimChore(
  db: Db,
  params: { name: string; workerId: string; everyMs: number },
): Promise<boolean> {
  const { name, workerId, everyMs } = params;
  const isFree = sql`(${chores.leaseUntil} is null or ${chores.leaseUntil} < ${databaseNow()})`;
  const isDue = sql`(${chores.doneAt} is null or ${chores.doneAt} < ${databaseAgo(everyMs)})`;
  const taken = { workerId, leaseUntil: databaseIn(LEASE_MS) };
  const rows = await db
    .insert(chores)
    .values({ name, ...taken })
    .onConflictDoUpdate({ target: chores.name, set: taken, setWhere: sql`${isFree} and ${isDue}` })
    .returning({ name: chores.name });
  return rows.length > 0;
}

/** A sign of life. False: another has taken it over. */
export async function extendChore(db: Db, params: { name: string; workerId: string }): Promise<boolean> {
  const rows = await db
    .update(chores)
    .set({ leaseUntil: databaseIn(LEASE_MS) })
    .where(ownedBy(params))
    .returning({ name: chores.name });
  return rows.length > 0;
}

/** Lets it go, done or not: what was not done is due at once. */
export async function releaseChore(
  db: Db,
  params: { name: string; workerId: string; isDone: boolean },
): Promise<void> {
  await db
    .update(chores)
    .set({ workerId: null, leaseUntil: null, ...(params.isDone && { doneAt: databaseNow() }) })
    .where(ownedBy(params));
}

function ownedBy({ name, workerId }: { name: string; workerId: string }) {
  return and(eq(chores.name, name), eq(chores.workerId, workerId));
}
