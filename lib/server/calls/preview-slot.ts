import "server-only";

/** Makes previews beside the reading of a call, so that nothing of ours can hold up or end what is paid for. */
export type PreviewSlot<Preview> = {
  /** Takes a preview and returns at once. While one is being made, the newest waits and an older one is let go. */
  offer(preview: Preview): void;
  /** The finished picture is there: what waits is let go, what is being made is not shown. */
  drop(): void;
  /** Resolves when nothing is being made and nothing waits, or after so long. */
  settle(withinMs: number): Promise<void>;
};

/**
 * @param show makes one preview, stores and journals it; it checks the signal before each step
 * @param onSkipped told of a preview that could not be shown, whatever failed
 */
export function openPreviewSlot<Preview>(
  show: (preview: Preview, signal: AbortSignal) => Promise<void>,
  onSkipped: (error: unknown) => void,
): PreviewSlot<Preview> {
  const dropping = new AbortController();
  let waiting: { preview: Preview } | null = null;
  let work: Promise<void> | null = null;

  async function run(): Promise<void> {
    for (let next = waiting; next && !dropping.signal.aborted; next = waiting) {
      waiting = null;
      await show(next.preview, dropping.signal).catch(onSkipped);
    }
    work = null;
  }

  return {
    offer(preview) {
      if (dropping.signal.aborted) return;
      waiting = { preview };
      work ??= run();
    },
    drop() {
      waiting = null;
      dropping.abort();
    },
    async settle(withinMs) {
      if (!work) return;
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, withinMs);
      await Promise.race([work, late]);
      clearTimeout(timer);
    },
  };
}
