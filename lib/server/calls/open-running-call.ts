import "server-only";
import type { RunningCall } from "@/lib/server/ports/running-call";

/** @param withinMs how long the call may take up to the moment its final begins to come */
export function openRunningCall(withinMs: number): RunningCall {
  const controller = new AbortController();
  const { promise: overdue, resolve } = Promise.withResolvers<void>();
  const { promise: ended, resolve: resolveEnded } = Promise.withResolvers<void>();
  let timer = setTimeout(resolve, withinMs);
  let isAnswering = false;
  return {
    signal: controller.signal,
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
