import "server-only";
import { claimChore, extendChore, releaseChore } from "@/lib/server/db/queries/journal/chores";
import type { Services } from "@/lib/server/services";
import { findLostPictures } from "./find-lost-pictures";
import { walkStorage } from "./walk-storage";

type Tools = Pick<Services, "database" | "storage" | "storageWatch" | "log" | "env" | "workerId">;

const ROUND_MS = 60_000;
const WALK_EVERY_MS = 24 * 60 * 60_000;

/**
 * Brings storage and rows together, from both sides: at once, each minute for what ended lately, and once a day for
 * all that is stored. Of several instances one does it. The answer ends it.
 */
export function startReconciler(tools: Tools): () => Promise<void> {
  const { log } = tools;
  let isStopped = false;
  let after: string | null = null;
  let round = Promise.resolve();

  async function reconcile(): Promise<void> {
    if (isStopped || tools.storageWatch.state().type === "away") return;
    await chore(tools, { name: "lost-pictures", everyMs: ROUND_MS / 2 }, async () => {
      after = await findLostPictures(tools, after);
      return true;
    });
    await chore(tools, { name: "storage-walk", everyMs: WALK_EVERY_MS }, (stillOwned) =>
      walkStorage(tools, async () => !isStopped && (await stillOwned())),
    );
  }

  function next(): void {
    round = round.then(reconcile).catch((error: unknown) => log.warn("worker-error", { error }));
  }

  next();
  const timer = setInterval(next, ROUND_MS);
  return async () => {
    isStopped = true;
    clearInterval(timer);
    await round;
  };
}

async function chore(
  { database, workerId }: Tools,
  { name, everyMs }: { name: string; everyMs: number },
  work: (stillOwned: () => Promise<boolean>) => Promise<boolean>,
): Promise<void> {
  const { drizzle: db } = database;
  if (!(await claimChore(db, { name, workerId, everyMs }))) return;
  let isDone = false;
  try {
    isDone = await work(() => extendChore(db, { name, workerId }));
  } finally {
    await releaseChore(db, { name, workerId, isDone });
  }
}
