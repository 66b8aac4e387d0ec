import "server-only";
import { LEASE_MS } from "@/lib/server/db/queries/journal/calls";
import type { RunningCall } from "@/lib/server/ports/running-call";

/** @param withinMs how long the call may take up to the moment its final begins to come */
export function openRunningCall(withinMs: number): RunningCall {
  const controller = new AbortController();
  const { promise: overdue, resolve } = Promise.withResolvers<void>();
  const { promise: ended, resolve: resolveEnded } = Promise.withResolvers<void>();
  let timer = setTimeout(resolve, withinMs);
  let isAnswering = false;
  let confirmedAtMs = Number.NEGATIVE_INFINITY;
  let confirmedOnWallMs = Number.NEGATIVE_INFINITY;
  return {
    signal: controller.signal,
    confirmLease(atMs) {
      confirmedAtMs = atMs;
      confirmedOnWallMs = Date.now() - (performance.now() - atMs);
    },
    isLeaseFresh() {
      // A suspended machine may have stopped the one clock and not the other.
      const ageMs = Math.max(performance.now() - confirmedAtMs, Date.now() - confirmedOnWallMs);
      return ageMs < LEASE_MS / 2;
    },
    abort: (reason) => controller.abort(reason),
    isSent: false,
    get isAnswering() {
      return isAnswering;
    },
    answering(storedWithinMs) {
      if (isAnswering) return;
      isAnswering = true;
      clearTimeout(timer);
      timer = setTimeout(resolve, storedWithinMs);
    },
    overdue,
    ended,
    end() {
      clearTimeout(timer);
      resolveEnded();
    },
  };
}
