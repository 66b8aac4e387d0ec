import "server-only";

/** An operation did not end in time. Whether it took effect is not known. */
export class StorageTimeoutError extends Error {
  override name = "StorageTimeoutError";
  readonly code = "ETIMEDOUT";
  constructor(timeoutMs: number) {
    super(`The storage did not answer within ${Math.ceil(timeoutMs / 1000)} s.`);
  }
}

/**
 * Waits no longer than `timeoutMs`, whether or not the work takes notice of its signal: a disk over a network hangs
 * for ever where it was promised to answer.
 * @throws StorageTimeoutError
 */
export async function within<T>(timeoutMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { promise: expired, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = new StorageTimeoutError(timeoutMs);
    reject(error);
    controller.abort(error);
  }, timeoutMs);
  try {
    return await Promise.race([work(controller.signal), expired]);
  } finally {
    clearTimeout(timer);
  }
}
