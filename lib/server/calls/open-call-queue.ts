import "server-only";
import { sql } from "drizzle-orm";
import { openBell } from "@/lib/server/bell";
import type { CallQueue, Taken } from "@/lib/server/ports/call-queue";
import type { Database } from "@/lib/server/ports/database";

const CHANNEL = "studio_calls";
/** How long a call waits at most where a word was lost, and a free worker after a fault of the database. */
const LOOK_EVERY_MS = 5_000;

/**
 * The queue is the journal itself: workers are told by NOTIFY that something may be due, and look there. Nothing is
 * stored twice, so nothing can be left over, and who is next is decided at the last moment.
 */
export async function openQueue(
  database: Database,
  onError: (error: unknown) => void,
  lookEveryMs: number = LOOK_EVERY_MS,
): Promise<CallQueue> {
  const bell = openBell();
  const unlisten = await database.listen(CHANNEL, bell.ring, bell.ring);
  let isStopped = false;
  let looking = Promise.resolve();

  async function look(concurrency: number, takeNext: () => Promise<Taken>): Promise<void> {
    let underWay = 0;
    while (!isStopped) {
      bell.hush();
      const taken = underWay < concurrency ? await takeNext().catch(failed) : { dueInMs: null };
      if ("done" in taken) {
        underWay += 1;
        void taken.done.catch(onError).finally(() => {
          underWay -= 1;
          bell.ring();
        });
      } else await bell.rung(Math.min(lookEveryMs, taken.dueInMs ?? lookEveryMs));
    }
  }

  function failed(error: unknown): Taken {
    onError(error);
    return { dueInMs: null };
  }

  return {
    async wake(db) {
      await db.execute(sql`select pg_notify(${CHANNEL}, '')`);
    },
    async work(concurrency, takeNext) {
      looking = look(concurrency, takeNext);
    },
    async stop() {
      isStopped = true;
      bell.ring();
      await unlisten();
      await looking;
    },
  };
}
