import "server-only";
import { addSpending, dayOf } from "@/lib/server/db/queries/day-spending";
import { addToSession } from "@/lib/server/db/queries/sessions";
import type { Db } from "@/lib/server/ports/database";

/** Adds an answered call to its session's and its day's totals; part of the transaction that ends the call. */
export async function recordAnswer(
  db: Db,
  params: { viewerId: string; sessionId: string; pictures: number; costUsd: number | null; answeredAt: Date },
): Promise<void> {
  const { viewerId, sessionId, pictures, answeredAt } = params;
  const usd = params.costUsd ?? 0;
  await addToSession(db, { id: sessionId, pictures, usd });
  await addSpending(db, { viewerId, day: dayOf(answeredAt), usd, pictureCount: pictures });
}
