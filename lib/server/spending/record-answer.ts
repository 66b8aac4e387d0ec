import "server-only";
import { addSpending, dayOf } from "@/lib/server/db/queries/day-spending";
import { addToSession } from "@/lib/server/db/queries/sessions";
import type { Db } from "@/lib/server/ports/database";

type Owner = { viewerId: string; sessionId: string };

/** Adds the cost of an answered call to its session's and its day's totals; part of the transaction that journals the answer. */
export async function recordAnswer(
  db: Db,
  { viewerId, sessionId, costUsd, answeredAt }: Owner & { costUsd: number | null; answeredAt: Date },
): Promise<void> {
  const usd = costUsd ?? 0;
  await addToSession(db, { id: sessionId, pictures: 0, usd });
  await addSpending(db, { viewerId, day: dayOf(answeredAt), usd, pictureCount: 0 });
}

/** Adds a finished picture to them; part of the transaction that finishes it. */
export async function recordPicture(
  db: Db,
  { viewerId, sessionId, isInTrash, finishedAt }: Owner & { isInTrash: boolean; finishedAt: Date },
): Promise<void> {
  // One in the trash is counted when it is brought back.
  await addToSession(db, { id: sessionId, pictures: isInTrash ? 0 : 1, usd: 0 });
  await addSpending(db, { viewerId, day: dayOf(finishedAt), usd: 0, pictureCount: 1 });
}
