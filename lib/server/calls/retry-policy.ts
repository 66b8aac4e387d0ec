import "server-only";
import type { AppError, AppErrorCode } from "@/lib/domain/errors/app-error";

/** A call is sent at most this often, the first time included. */
const SENDS_MAX = 4;
/** A longer pause than this is an answer, not a pause: the person decides. */
const WAIT_MAX_MS = 10 * 60_000;

/**
 * What may be sent again by itself: only what is provably not billed. Everything else ends.
 * The value is the pause before the n-th retry where the provider named none.
 */
const RETRIES: { [code in AppErrorCode]?: (retry: number) => number } = {
  rate_limited: (retry) => 2_000 * 2 ** retry,
  unreachable: (retry) => 500 * 2 ** retry,
};

/** How long to wait before sending a call again, after `sends` sends; null when it must not be. */
export function retryDelayMs(error: AppError, sends: number): number | null {
  const pauseMs = RETRIES[error.code];
  if (!pauseMs || sends >= SENDS_MAX) return null;
  const delayMs = error.retryAfterMs ?? pauseMs(sends - 1);
  return delayMs > WAIT_MAX_MS ? null : delayMs;
}
