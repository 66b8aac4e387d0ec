import "server-only";
import type { Spending } from "@/lib/domain/money/spending";
import { listMonthDays, readMonthSums, readToday } from "@/lib/server/db/queries/money/month-spending";
import { readMonthlyLimit } from "@/lib/server/db/queries/money/settings";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";

/** The limit in force, the lower of the environment's and the viewer's own; null for none. */
export function limitInForce({ env }: Pick<Services, "env">, ownLimitUsd: number | null): number | null {
  const limits = [env.STUDIO_MONTHLY_LIMIT_USD ?? null, ownLimitUsd].filter((limit) => limit !== null);
  return limits.length > 0 ? Math.min(...limits) : null;
}

/**
 * The viewer's spending as it is shown: what the limit still allows is what a new generation is refused by. Days and
 * months are the database's.
 */
export async function readSpending(
  services: Pick<Services, "env" | "database">,
  viewer: Viewer,
): Promise<Spending> {
  const { reads: db } = services.database;
  const viewerId = viewer.id;
  const ownLimitUsd = await readMonthlyLimit(db, { viewerId });
  const { settledUsd, estimatedUsd, committedUsd, plannedUsd } = await readMonthSums(db, { viewerId });
  const today = await readToday(db);
  const days = await listMonthDays(db, { viewerId });
  return {
    today,
    todayUsd: days.find(({ day }) => day === today)?.usd ?? 0,
    monthUsd: settledUsd,
    estimatedUsd,
    committedUsd: committedUsd + plannedUsd,
    limitUsd: limitInForce(services, ownLimitUsd),
    ownLimitUsd,
    days,
  };
}
