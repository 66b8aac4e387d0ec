import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { Drain } from "@/lib/server/ports/drain";
import type { RunningCall } from "@/lib/server/ports/running-call";
import type { Services } from "@/lib/server/services";

/** What an aborted call may take to say so in the journal. One that hangs is found by whoever starts next. */
const ABORTED_WITHIN_MS = 15_000;
/** What there is still time for when there is none: a picture in memory is stored in less. */
const HURRIED_WITHIN_MS = 4_000;

/**
 * Waits for the calls under way, to be called when no new one is taken. Those that the provider still works on
 * when patience ends are ended as interrupted; a final that has begun to come is waited for until it is stored.
 */
export async function drainCalls(
  { running }: Pick<Services, "running">,
  { withinMs, hurry, onWaiting }: Drain,
): Promise<void> {
  const calls = [...running.values()];
  if (calls.length === 0) return;
  onWaiting(calls.length);
  for (const call of calls) void call.ended.then(() => running.size > 0 && onWaiting(running.size));
  using late = alarm(withinMs);
  await Promise.race([allEnded(calls), late.rung, aborted(hurry)]);

  const answering = [...running.values()].filter(({ isAnswering }) => isAnswering);
  const others = [...running.values()].filter(({ isAnswering }) => !isAnswering);
  for (const call of others) call.abort(new AppError("interrupted"));
  using tooLate = alarm(ABORTED_WITHIN_MS);
  const ended = Promise.all([allEnded(answering), Promise.race([allEnded(others), tooLate.rung])]);
  await Promise.race([ended, aborted(hurry).then(() => pause(HURRIED_WITHIN_MS))]);
}

async function allEnded(calls: readonly RunningCall[]): Promise<void> {
  await Promise.all(calls.map(({ ended }) => ended));
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function alarm(afterMs: number): { rung: Promise<void> } & Disposable {
  const { promise: rung, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, afterMs);
  return { rung, [Symbol.dispose]: () => clearTimeout(timer) };
}
