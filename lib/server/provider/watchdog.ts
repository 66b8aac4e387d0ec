import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";

export type Deadlines = { connectMs: number; idleMs: number; overallMs: number };

/** Ends a call that is silent for too long, or takes too long in all. */
export type Watchdog = {
  /** Aborted by the caller, or by a deadline, whose AppError is then the reason. */
  signal: AbortSignal;
  /** Any byte is a sign of life. */
  touch(): void;
  [Symbol.dispose](): void;
};

/** A deadline heard of this late says that this process stood still (SIGSTOP, a suspended machine), not the provider. */
const STOOD_STILL_MS = 1_000;
/** Time enough to read what came meanwhile and waits in the socket. */
const GRACE_MS = 5_000;

/** Starts both clocks at once. The SDK's own time-out ends with the headers, so it cannot do this. */
export function startWatchdog(
  caller: AbortSignal,
  { idleMs, overallMs }: Omit<Deadlines, "connectMs">,
): Watchdog {
  const controller = new AbortController();
  const expire = (message: string) => controller.abort(new AppError("timed_out", { message }));
  const overall = startClock(overallMs, () =>
    expire(`The provider did not finish within ${Math.round(overallMs / 1000)} s.`),
  );
  const idle = startClock(idleMs, () =>
    expire(`The provider was silent for ${Math.round(idleMs / 1000)} s.`),
  );
  return {
    signal: AbortSignal.any([caller, controller.signal]),
    touch: idle.restart,
    [Symbol.dispose]() {
      overall.stop();
      idle.stop();
    },
  };
}

function startClock(limitMs: number, onExpired: () => void): { restart(): void; stop(): void } {
  let dueAtMs = performance.now() + limitMs;
  let timer = setTimeout(ring, limitMs);
  function ring(): void {
    const hasStoodStill = performance.now() - dueAtMs >= STOOD_STILL_MS;
    // Once: what has come meanwhile is read by then.
    dueAtMs = Number.POSITIVE_INFINITY;
    if (hasStoodStill) timer = setTimeout(ring, GRACE_MS);
    else onExpired();
  }
  return {
    restart() {
      clearTimeout(timer);
      dueAtMs = performance.now() + limitMs;
      timer = setTimeout(ring, limitMs);
    },
    stop: () => clearTimeout(timer),
  };
}
