import "server-only";

/** What one body may hold of the process's memory. */
export type BodyShare = {
  /** Says how many bytes it holds now; resolves when more may be read. */
  hold(bytes: number): Promise<void>;
  [Symbol.dispose](): void;
};

/** The memory of this process for what providers are sending, over all calls. */
export type BodyBudget = { open(): BodyShare };

/** A picture as large as most: so much no body ever waits for. */
const FREE_BYTES = 4 * 1024 * 1024;
/** Beyond that all bodies together; about three answers of ten pictures each. */
const SHARED_BYTES = 192 * 1024 * 1024;

/**
 * Bodies whose bytes do not fit are not read on until others are done, and their providers wait with sending. The one
 * that began first is never held up, so that there is always one that comes to its end.
 */
export function createBodyBudget({ freeBytes = FREE_BYTES, sharedBytes = SHARED_BYTES } = {}): BodyBudget {
  /** In the order in which they began to hold more than is free. */
  const beyondFree = new Map<BodyShare, number>();
  const waiting = new Map<BodyShare, () => void>();
  let takenBytes = 0;

  const mayGoOn = (share: BodyShare) =>
    takenBytes <= sharedBytes || !beyondFree.has(share) || beyondFree.keys().next().value === share;

  function set(share: BodyShare, bytes: number): void {
    takenBytes += bytes - (beyondFree.get(share) ?? 0);
    if (bytes > 0) beyondFree.set(share, bytes);
    else beyondFree.delete(share);
    for (const [other, goOn] of waiting) {
      if (!mayGoOn(other)) continue;
      waiting.delete(other);
      goOn();
    }
  }

  return {
    open() {
      const share: BodyShare = {
        async hold(bytes) {
          set(share, Math.max(0, bytes - freeBytes));
          if (!mayGoOn(share)) await new Promise<void>((resolve) => waiting.set(share, resolve));
        },
        [Symbol.dispose]() {
          waiting.get(share)?.();
          waiting.delete(share);
          set(share, 0);
        },
      };
      return share;
    },
  };
}
