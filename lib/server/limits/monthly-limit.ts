import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { toMicroUsd } from "@/lib/domain/money/micro-usd";
import { lockSpending, readCommitments } from "@/lib/server/db/queries/commitments";
import type { SpendingGuard } from "@/lib/server/limits/spending-guard";
import type { Db } from "@/lib/server/ports/database";
import type { Services } from "@/lib/server/services";
import { monthStart, readMonth } from "@/lib/server/spending/read-spending";
import type { Viewer } from "@/lib/server/viewer";

type Asked = {
  viewer: Viewer;
  estimateUsd: number | null /** Also count what waits to be sent. */;
  withPlanned: boolean;
};

/**
 * Why a call may not be sent this month; null when it may. What was spent counts at its cost, what
 * is under way or of unknown outcome at its estimate. Months are UTC.
 */
async function overLimit(
  services: Pick<Services, "env" | "database">,
  db: Db,
  { viewer, estimateUsd, withPlanned }: Asked,
): Promise<AppError | null> {
  const now = new Date();
  const { limitUsd, monthUsd } = await readMonth(services, viewer, now, db);
  if (limitUsd === null) return null;
  await lockSpending(db, { viewerId: viewer.id });
  const since = monthStart(now);
  const { plannedUsd, sentUsd, unknownUsd } = await readCommitments(db, { viewerId: viewer.id, since });
  const takenUsd = monthUsd + sentUsd + unknownUsd + (withPlanned ? plannedUsd : 0);
  const leftUsd = Math.max(0, limitUsd - takenUsd);
  const left = `${dollars(leftUsd)} is left of this month's limit of ${dollars(limitUsd)}`;
  if (estimateUsd === null) {
    return new AppError("limit_reached", { message: `There is no estimate for these options, and ${left}.` });
  }
  if (toMicroUsd(takenUsd + estimateUsd) <= toMicroUsd(limitUsd)) return null;
  return new AppError("limit_reached", {
    message: `This would cost about ${dollars(estimateUsd)}, and ${left}.`,
  });
}

/**
 * Refuses a new generation that the month cannot pay for, before anything is journalled.
 * @throws AppError limit_reached, saying what is left
 */
export async function refuseOverMonthlyLimit(
  services: Pick<Services, "env" | "database">,
  db: Db,
  params: { viewer: Viewer; estimateUsd: number | null },
): Promise<void> {
  const error = await overLimit(services, db, { ...params, withPlanned: true });
  if (error) throw error;
}

/** Asks once more when a call is about to be sent: costs may have been higher than their estimates. */
export const guardMonthlyLimit: SpendingGuard = async (db, { generation, estimateUsd }, services) => {
  const viewer = { id: generation.viewerId };
  return (await overLimit(services, db, { viewer, estimateUsd, withPlanned: false })) ?? "send";
};

function dollars(usd: number): string {
  return usd.toLocaleString("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 4 });
}
