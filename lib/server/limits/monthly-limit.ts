import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { toMicroUsd } from "@/lib/domain/money/micro-usd";
import { readMonthSums } from "@/lib/server/db/queries/money/month-spending";
import { lockSpending, readMonthlyLimit } from "@/lib/server/db/queries/money/settings";
import type { SpendingGuard } from "@/lib/server/limits/spending-guard";
import type { Db } from "@/lib/server/ports/database";
import type { Services } from "@/lib/server/services";
import { limitInForce } from "@/lib/server/spending/read-spending";
import type { Viewer } from "@/lib/server/viewer";

/** What of the month is taken, in dollars: for good, and by calls that are under way. */
type Taken = { limitUsd: number; settledUsd: number; committedUsd: number; plannedUsd: number };

/** Null where there is no limit. Nobody else decides about the viewer's money until the transaction ends. */
async function readTaken(services: Pick<Services, "env">, db: Db, viewerId: string): Promise<Taken | null> {
  if (limitInForce(services, await readMonthlyLimit(db, { viewerId })) === null) return null;
  // First the lock, then one look at everything: what was taken before us is there, once.
  await lockSpending(db, { viewerId });
  const limitUsd = limitInForce(services, await readMonthlyLimit(db, { viewerId }));
  return limitUsd === null ? null : { limitUsd, ...(await readMonthSums(db, { viewerId })) };
}

/**
 * Refuses a new generation that the month cannot pay for, before anything is journalled. What was spent counts at its
 * cost, or at the upper end of its estimate where that is not known; what waits or is under way at that end too.
 * @param params.estimateUsd the upper end, null where there is none
 * @throws AppError limit_reached, saying what is left
 */
export async function refuseOverMonthlyLimit(
  services: Pick<Services, "env">,
  db: Db,
  { viewer, estimateUsd }: { viewer: Viewer; estimateUsd: number | null },
): Promise<void> {
  const taken = await readTaken(services, db, viewer.id);
  if (!taken) return;
  const { limitUsd, settledUsd, committedUsd, plannedUsd } = taken;
  const takenUsd = settledUsd + committedUsd + plannedUsd;
  if (!fits(limitUsd, takenUsd, estimateUsd)) throw overLimit(limitUsd, takenUsd, estimateUsd);
}

/**
 * Asks once more when a call is about to be sent: costs may have been higher than their estimates. Where only calls
 * that are under way stand in the way, it waits for what they really cost.
 */
export const guardMonthlyLimit: SpendingGuard = async (db, { generation, estimateUsd }, services) => {
  const taken = await readTaken(services, db, generation.viewerId);
  if (!taken) return "send";
  const { limitUsd, settledUsd, committedUsd } = taken;
  if (fits(limitUsd, settledUsd + committedUsd, estimateUsd)) return "send";
  if (committedUsd > 0 && fits(limitUsd, settledUsd, estimateUsd)) return "wait";
  return overLimit(limitUsd, settledUsd + committedUsd, estimateUsd);
};

function fits(limitUsd: number, takenUsd: number, estimateUsd: number | null): boolean {
  return estimateUsd !== null && toMicroUsd(takenUsd + estimateUsd) <= toMicroUsd(limitUsd);
}

function overLimit(limitUsd: number, takenUsd: number, estimateUsd: number | null): AppError {
  const left = `${dollars(Math.max(0, limitUsd - takenUsd))} is left of this month's limit of ${dollars(limitUsd)}`;
  const message =
    estimateUsd === null
      ? `There is no estimate for these options, and ${left}.`
      : `This would cost up to ${dollars(estimateUsd)}, and ${left}.`;
  return new AppError("limit_reached", { message });
}

function dollars(usd: number): string {
  return usd.toLocaleString("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 4 });
}
