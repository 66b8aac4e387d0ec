import "server-only";

/** Passing faults of a disk or a network are over by then. */
export const SHORT_PAUSES_MS = [200, 1000];

/** Tries again after each pause; the last error is thrown. For what costs nothing to repeat. */
export async function retry<T>(attempt: () => Promise<T>, pausesMs: readonly number[]): Promise<T> {
  const [pauseMs, ...rest] = pausesMs;
  if (pauseMs === undefined) return attempt();
  try {
    return await attempt();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    return retry(attempt, rest);
  }
}
