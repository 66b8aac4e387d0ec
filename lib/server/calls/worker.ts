import "server-only";
import { openLoop } from "@/lib/server/loop";
import type { Drain } from "@/lib/server/ports/drain";
import type { Services } from "@/lib/server/services";
import { drainCalls } from "./drain-calls";
import { BEAT_MS, keepLeases } from "./keep-leases";
import { maintain } from "./maintain";
import { recover } from "./recover";
import { takeNextCall } from "./take-next-call";
import { wakeWhenStorageIsBack } from "./wait-for-storage";

const RECOVER_EVERY_MS = 5_000;
const MAINTAIN_EVERY_MS = 10 * 60_000;
/** What a round that hangs may cost a studio that stops. */
const ROUND_ENDS_WITHIN_MS = 10_000;

/**
 * Starts this process's part of the work: taking calls from the queue, giving signs of life for them and hearing of
 * cancels from elsewhere, taking up what dead processes left, and keeping house; each in a loop of its own, so that
 * none waits for another. The answer stops it: nothing new is taken, what is under way is waited for or ended, and
 * the journal says so before the database closes.
 */
export async function startWorker(services: Services): Promise<(drain: Drain) => Promise<void>> {
  const { log, queue, env } = services;
  const onError = (error: unknown) => log.warn("worker-error", { error });
  let isStart = true;
  const recovery = openLoop(
    { everyMs: RECOVER_EVERY_MS, atOnce: true },
    () => {
      const round = recover(services, { isStart });
      isStart = false;
      return round;
    },
    onError,
  );
  const leases = openLoop({ everyMs: BEAT_MS }, () => keepLeases(services), onError);
  const maintenance = openLoop({ everyMs: MAINTAIN_EVERY_MS }, () => maintain(services), onError);
  await queue.work(env.STUDIO_CALLS_AT_ONCE, () => takeNextCall(services));
  const stopWaking = wakeWhenStorageIsBack(services);
  return async (drain) => {
    await queue.stop();
    await drainCalls(services, drain);
    // Until here there was something to give signs of life for.
    stopWaking();
    await Promise.all([recovery, leases, maintenance].map((loop) => loop.stop(ROUND_ENDS_WITHIN_MS)));
  };
}
