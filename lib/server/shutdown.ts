import "server-only";
import type { Drain } from "./ports/drain";

export type ShutdownParts = {
  /** Turns away what comes from now on. */
  refuse(): void;
  /** Ends the studio; resolves when everything is journalled and let go of. */
  close(drain: Pick<Drain, "hurry" | "onWaiting">): Promise<void>;
  /** Ends the process. */
  exit(): void;
  /** One line to whoever looks at the terminal. */
  say(words: string): void;
  nowMs(): number;
};

/** npm passes on what the terminal has sent to its child already: twice the same within so long is one signal. */
const SAME_SIGNAL_MS = 500;
/** A second signal ends the process within so long, whatever hangs. */
const HURRIED_EXIT_MS = 5_000;

/**
 * How the process ends. The first signal turns away what is new and waits for what is under way; the second ends
 * what is under way; the third, or a second that is not obeyed in time, ends the process as it is.
 * The answer is to be told of every signal.
 */
export function openShutdown({ refuse, close, exit, say, nowMs }: ShutdownParts): () => void {
  const hurry = new AbortController();
  let step: "open" | "draining" | "hurrying" = "open";
  let lastAtMs = Number.NEGATIVE_INFINITY;

  async function drain(): Promise<void> {
    const onWaiting = (calls: number) =>
      say(
        `Waiting for ${calls} ${calls === 1 ? "call" : "calls"} to finish. Once more (Ctrl-C) ends at once.`,
      );
    await close({ hurry: hurry.signal, onWaiting }).catch(() => say("It could not be ended in order."));
    exit();
  }

  return () => {
    const atMs = nowMs();
    const isSame = atMs - lastAtMs < SAME_SIGNAL_MS;
    lastAtMs = atMs;
    if (isSame) return;
    switch (step) {
      case "open":
        step = "draining";
        say("Stopping. What waits to be sent is kept for the next start.");
        refuse();
        void drain();
        return;
      case "draining":
        step = "hurrying";
        say("Ending now what the provider still works on.");
        hurry.abort();
        setTimeout(exit, HURRIED_EXIT_MS);
        return;
      case "hurrying":
        exit();
    }
  };
}
