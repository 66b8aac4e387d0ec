import "server-only";
import { readNextCall, readNextDueMs } from "@/lib/server/db/queries/journal/next-call";
import type { Taken } from "@/lib/server/ports/call-queue";
import type { Services } from "@/lib/server/services";
import { startCall } from "./run-call";
import { isStorageReady } from "./wait-for-storage";

/** Takes the call whose turn it is. A lane that a limit holds lets the next one pass. */
export async function takeNextCall(services: Services): Promise<Taken> {
  const { drizzle: db } = services.database;
  const except = { ids: [...services.running.keys()], lanes: [] as string[] };
  for (;;) {
    const next = await readNextCall(db, { except });
    if (!next) return { dueInMs: await readNextDueMs(db) };
    if (!(await isStorageReady(services))) return { dueInMs: null };
    const started = await startCall(services, next.id);
    if (typeof started === "object") return started;
    if (started === "held") except.lanes.push(next.lane);
    else except.ids.push(next.id);
  }
}
