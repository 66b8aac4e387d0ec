import { refusalWords } from "@/lib/client/api/refusal-words";
import { createStore } from "@/lib/client/store/create-store";
import type { Session } from "@/lib/domain/session/session";

export type ImportState =
  | { phase: "idle" }
  /** `share` of the file that was sent, 0 to 1. */
  | { phase: "sending"; fileName: string; sizeBytes: number; share: number }
  /** All was sent; the studio checks and stores it. */
  | { phase: "storing"; fileName: string }
  | { phase: "refused"; fileName: string; words: string };

const states = createStore<ImportState>({ phase: "idle" });
let underWay: AbortController | null = null;
let onArrival: (session: Session) => void = () => undefined;

/** One import at a time; it goes on while the person works in any session. */
export const importStore = {
  states,
  /** Who opens or announces what was imported; of several the last one. */
  setOnArrival(take: (session: Session) => void): void {
    onArrival = take;
  },
  start(file: File): void {
    underWay?.abort();
    underWay = new AbortController();
    void run(file, underWay.signal);
  },
  stop(): void {
    underWay?.abort();
    states.set(states.initial);
  },
};

async function run(file: File, signal: AbortSignal): Promise<void> {
  const { name: fileName, size: sizeBytes } = file;
  const onProgress = (share: number) => {
    if (!signal.aborted)
      states.set(
        share < 1 ? { phase: "sending", fileName, sizeBytes, share } : { phase: "storing", fileName },
      );
  };
  onProgress(0);
  try {
    const { sendArchive } = await import("@/components/session/send-archive");
    const session = await sendArchive(file, { signal, onProgress });
    states.set(states.initial);
    onArrival(session);
  } catch (thrown) {
    if (!signal.aborted) states.set({ phase: "refused", fileName, words: refusalWords(thrown) });
  }
}
