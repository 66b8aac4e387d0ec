import "server-only";
import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { CallQueue } from "@/lib/server/ports/call-queue";
import type { Database } from "@/lib/server/ports/database";

const QUEUE = "calls";

/** Opens the queue in the studio's own database. */
export async function openQueue(database: Database, onError: (error: Error) => void): Promise<CallQueue> {
  const boss = new PgBoss({ ...database.queueDatabase, useListenNotify: true, schedule: false });
  boss.on("error", onError);
  await boss.start();
  // The journal is the record of a call, so a job is tried once and forgotten soon, and one waiting job is enough.
  await boss.createQueue(QUEUE, {
    policy: "short",
    notify: true,
    retryLimit: 0,
    expireInSeconds: 3600,
    deleteAfterSeconds: 3600,
  });
  // Reads the queue's settings into the memory of pg-boss. Left to the first job, they would be read
  // inside its transaction on another connection, and the embedded database has only the one.
  await boss.insert(QUEUE, []);
  return {
    async enqueue(db, calls) {
      if (calls.length === 0) return;
      const jobs = calls.map(({ id, notBefore }) => ({
        data: { id },
        singletonKey: id,
        ...(notBefore && { startAfter: notBefore }),
      }));
      await boss.insert(QUEUE, jobs, { db: fromDrizzle(db, sql) });
    },
    async work(concurrency, handler) {
      // A new job is told of at once; polling is for those whose time has come. Every worker polls for itself.
      const options = { batchSize: 1, notifyPollingIntervalSeconds: 2, pollingIntervalSeconds: 0.5 };
      for (let started = 0; started < concurrency; started += 1) {
        let workerId = "";
        workerId = await boss.work<{ id: string }>(QUEUE, options, async ([job]) => {
          if (job) await handler(job.data.id);
          // Who has finished looks for the next one now, not when polling is due.
          boss.notifyWorker(workerId);
        });
      }
    },
    stop: () => boss.stop({ graceful: false }),
  };
}
