import "server-only";
import { claimUnsettledAnswers } from "@/lib/server/db/queries/journal/answers";
import type { Services } from "@/lib/server/services";

const ANSWERS_AT_ONCE = 20;

/**
 * Takes up answers whose worker died between the journal and the last of their pictures: those whose bytes are stored
 * are shown as they were answered, the others are lost and said to be.
 * @param onlyWorkerAlive takes up those of every other worker, whatever their leases say
 */
export async function settleAnswers(services: Services, onlyWorkerAlive: string | null): Promise<void> {
  const { workerId, keeper } = services;
  const { drizzle: db } = services.database;
  for (;;) {
    const taken = await claimUnsettledAnswers(db, { workerId, onlyWorkerAlive, limit: ANSWERS_AT_ONCE });
    await Promise.all(taken.map(({ id, answer }) => answer && keeper.takeUp({ callId: id, answer })));
    if (taken.length < ANSWERS_AT_ONCE) return;
  }
}
