import "server-only";

export type Loop = {
  /** Begins no further round, and waits for the one under way, but no longer than so. */
  stop(withinMs: number): Promise<void>;
};

/**
 * Does something again and again, one round at a time: the first at once or after a pause, the next so long after the
 * last has ended, however it ended.
 */
export function openLoop(
  { everyMs, atOnce = false }: { everyMs: number; atOnce?: boolean },
  round: () => Promise<void>,
  onError: (error: unknown) => void,
): Loop {
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current = Promise.resolve();
  const run = () => {
    current = round()
      .catch(onError)
      .then(() => {
        if (!isStopped) timer = setTimeout(run, everyMs);
      });
  };
  if (atOnce) run();
  else timer = setTimeout(run, everyMs);
  return {
    async stop(withinMs) {
      isStopped = true;
      clearTimeout(timer);
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const limit = setTimeout(resolve, withinMs);
      await Promise.race([current, late]);
      clearTimeout(limit);
    },
  };
}
