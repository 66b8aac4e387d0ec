import "server-only";
import type { Spending } from "@/lib/domain/spending";
import type { Db } from "@/lib/server/db/database";
import { dayOf, listSpending, readMonthlyLimit } from "@/lib/server/db/queries/spending";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";

/** The viewer's spending by day and in this month, and the limit in force. */
export async function readSpending(
  { env, database }: Pick<Services, "env" | "database">,
  viewer: Viewer,
  now: Date = new Date(),
  db: Db = database.drizzle,
): Promise<Spending> {
  const today = dayOf(now);
  const ownLimitUsd = await readMonthlyLimit(db, { viewerId: viewer.id });
  const from = `${today.slice(0, 8)}01`;
  const days = await listSpending(db, { viewerId: viewer.id, from, to: today });
  const limits = [env.STUDIO_MONTHLY_LIMIT_USD ?? null, ownLimitUsd].filter((limit) => limit !== null);
  return {
    todayUsd: days.find(({ day }) => day === today)?.usd ?? 0,
    monthUsd: days.reduce((sum, { usd }) => sum + usd, 0),
    limitUsd: limits.length > 0 ? Math.min(...limits) : null,
    ownLimitUsd,
    days,
  };
}
