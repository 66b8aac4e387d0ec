import { refusalWords } from "@/lib/client/api/refusal-words";
import type { Session } from "@/lib/domain/session/session";

export type ImportState =
  | { phase: "idle" }
  /** `share` of the file that was sent, 0 to 1. */
  | { phase: "sending"; fileName: string; sizeBytes: number; share: number }
  /** All was sent; the studio checks and stores it. */
  | { phase: "storing"; fileName: string }
  | { phase: "refused"; fileName: string; words: string };

const IDLE: ImportState = { phase: "idle" };

let state: ImportState = IDLE;
let underWay: AbortController | null = null;
let onArrival: (session: Session) => void = () => undefined;
const listeners = new Set<() => void>();

/** One import at a time; it goes on while the person works in any session. */
export const importStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: (): ImportState => state,
  getOnServer: (): ImportState => IDLE,
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
    set(IDLE);
  },
};

async function run(file: File, signal: AbortSignal): Promise<void> {
  const { name: fileName, size: sizeBytes } = file;
  const onProgress = (share: number) => {
    if (!signal.aborted)
      set(share < 1 ? { phase: "sending", fileName, sizeBytes, share } : { phase: "storing", fileName });
  };
  onProgress(0);
  try {
    const { sendArchive } = await import("@/components/session/send-archive");
    const session = await sendArchive(file, { signal, onProgress });
    set(IDLE);
    onArrival(session);
  } catch (thrown) {
    if (!signal.aborted) set({ phase: "refused", fileName, words: refusalWords(thrown) });
  }
}

function set(next: ImportState): void {
  state = next;
  for (const listener of listeners) listener();
}
