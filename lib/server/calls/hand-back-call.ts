import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { developImagesOfCall } from "@/lib/server/db/queries/images";
import { handBack } from "@/lib/server/db/queries/leases";
import { releaseInLedger } from "@/lib/server/db/queries/money/ledger";
import type { Services } from "@/lib/server/services";
import { endCall } from "./end-call";
import { type LoadedCall, loadCall } from "./load-call";

/** Whatever kept it from being sent passes, or the next try finds it again. */
const HANDED_BACK_FOR_MS = 2_000;

/**
 * Puts a call back that this worker took and did not send, as if it had never been taken. One that was cancelled
 * meanwhile ends; one that someone else has taken up is theirs.
 */
export async function handBackCall(
  services: Services,
  loaded: Pick<LoadedCall, "call" | "generation">,
): Promise<void> {
  const { call } = loaded;
  const { workerId, queue, database } = services;
  const isBack = await database.drizzle.transaction(async (db) => {
    if (!(await handBack(db, { id: call.id, workerId, forMs: HANDED_BACK_FOR_MS }))) return false;
    await developImagesOfCall(db, { ...call, changes: { state: "waiting", retryAt: null, sentAt: null } });
    await releaseInLedger(db, { callId: call.id });
    await queue.wake(db);
    return true;
  });
  if (isBack) return;
  const now = await loadCall(database.drizzle, call);
  if (now?.call.state !== "sent" || now.call.workerId !== workerId) return;
  await endCall(services, now, new AppError("stopped", { message: "Cancelled before it was sent." }));
}
