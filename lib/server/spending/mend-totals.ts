import "server-only";
import { mendSessionTotals } from "@/lib/server/db/queries/money/session-totals";
import type { Services } from "@/lib/server/services";

/** Housekeeping: totals that are kept beside the ledger are made equal to its sums, and the log says where they were not. */
export async function mendTotals({ database, log }: Pick<Services, "database" | "log">): Promise<void> {
  const sessionIds = await database.drizzle.transaction(mendSessionTotals);
  if (sessionIds.length > 0) log.warn("totals-mended", { sessionIds });
}
