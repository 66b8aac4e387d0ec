import "server-only";
import type { Spending } from "@/lib/domain/money/spending";
import { readCommitments } from "@/lib/server/db/queries/commitments";
import { dayOf, listSpending, readMonthlyLimit } from "@/lib/server/db/queries/day-spending";
import type { Db } from "@/lib/server/ports/database";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";

/** The first moment of a month. Months are UTC. */
export function monthStart(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
}

/** What was spent by day and in this month, and the limit in force. */
export async function readMonth(
  { env, database }: Pick<Services, "env" | "database">,
  viewer: Viewer,
  now: Date = new Date(),
  db: Db = database.drizzle,
): Promise<Omit<Spending, "committedUsd">> {
  const today = dayOf(now);
  const ownLimitUsd = await readMonthlyLimit(db, { viewerId: viewer.id });
  const days = await listSpending(db, { viewerId: viewer.id, from: dayOf(monthStart(now)), to: today });
  const limits = [env.STUDIO_MONTHLY_LIMIT_USD ?? null, ownLimitUsd].filter((limit) => limit !== null);
  return {
    todayUsd: days.find(({ day }) => day === today)?.usd ?? 0,
    monthUsd: days.reduce((sum, { usd }) => sum + usd, 0),
    limitUsd: limits.length > 0 ? Math.min(...limits) : null,
    ownLimitUsd,
    days,
  };
}

/** The viewer's spending as it is shown: what the limit still allows is what a new generation is refused by. */
export async function readSpending(
  services: Pick<Services, "env" | "database">,
  viewer: Viewer,
  now: Date = new Date(),
): Promise<Spending> {
  const month = await readMonth(services, viewer, now);
  const since = monthStart(now);
  const open = await readCommitments(services.database.reads, { viewerId: viewer.id, since });
  return { ...month, committedUsd: open.plannedUsd + open.sentUsd + open.unknownUsd };
}
