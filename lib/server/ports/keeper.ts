import "server-only";
import type { JournalledAnswer } from "@/lib/domain/generation/journalled-answer";

/** What a call answered, and the bytes of its pictures by the ids of their images. */
export type AnswerToKeep = {
  callId: string;
  answer: JournalledAnswer;
  bytes: ReadonlyMap<string, Uint8Array>;
};

/** Who has finished pictures until they are journalled, stored and shown. They were paid for, so it never gives up. */
export interface Keeper {
  /**
   * Takes an answer over. Resolves when its pictures are shown, or when they wait where the end of this process does
   * not reach them; what can be done later is tried until it is done.
   */
  keep(answer: AnswerToKeep): Promise<void>;
  /** Takes up an answer that is in the journal, and whose process died before the last of its pictures was shown. */
  takeUp(answer: Omit<AnswerToKeep, "bytes">): Promise<void>;
  /** The calls whose answers it has: their leases are its to extend. */
  callIds(): string[];
  /** Whether it can take more: not while pictures wait for the storage, or for room in memory. */
  hasRoom(): boolean;
  /** Writes down what is in memory alone, and lets go. */
  close(): Promise<void>;
}
