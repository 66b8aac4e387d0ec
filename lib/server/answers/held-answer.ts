import "server-only";
import type { AnsweredPicture, JournalledAnswer } from "@/lib/domain/generation/journalled-answer";
import type { AnswerToKeep } from "@/lib/server/ports/keeper";

/** How far an answer has come in this process. Nothing of it is needed to begin again in another. */
export type HeldAnswer = {
  callId: string;
  answer: JournalledAnswer;
  /** Bytes in memory, by image. */
  bytes: Map<string, Uint8Array>;
  isJournalled: boolean;
  isSpooled: boolean;
  /** Images whose original is in storage; those that need nothing more. */
  stored: Set<string>;
  settled: Set<string>;
  /** Since when storage refuses its originals. */
  refusedSince: number | null;
};

export function holdAnswer({ callId, answer, bytes }: AnswerToKeep): HeldAnswer {
  return {
    ...{ callId, answer, bytes: new Map(bytes) },
    ...{ isJournalled: false, isSpooled: false },
    stored: new Set(),
    settled: new Set(answer.pictures.filter(({ ending }) => ending !== null).map(({ imageId }) => imageId)),
    refusedSince: null,
  };
}

/** Pictures of which something is still to be done. */
export function unsettledPictures({ answer, settled }: HeldAnswer): AnsweredPicture[] {
  return answer.pictures.filter(({ imageId }) => !settled.has(imageId));
}

export function isSettled(held: HeldAnswer): boolean {
  return held.isJournalled && unsettledPictures(held).length === 0;
}

export function bytesInMemory({ bytes }: HeldAnswer): number {
  let sizeBytes = 0;
  for (const { byteLength } of bytes.values()) sizeBytes += byteLength;
  return sizeBytes;
}
