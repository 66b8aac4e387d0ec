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

/** Starts both clocks at once. The SDK's own time-out ends with the headers, so it cannot do this. */
export function startWatchdog(
  caller: AbortSignal,
  { idleMs, overallMs }: Omit<Deadlines, "connectMs">,
): Watchdog {
  const controller = new AbortController();
  const expire = (message: string) => controller.abort(new AppError("timed_out", { message }));
  const overall = setTimeout(
    () => expire(`The provider did not finish within ${Math.round(overallMs / 1000)} s.`),
    overallMs,
  );
  const idle = setTimeout(
    () => expire(`The provider was silent for ${Math.round(idleMs / 1000)} s.`),
    idleMs,
  );
  return {
    signal: AbortSignal.any([caller, controller.signal]),
    touch: () => void idle.refresh(),
    [Symbol.dispose]() {
      clearTimeout(overall);
      clearTimeout(idle);
    },
  };
}
