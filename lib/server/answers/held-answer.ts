import "server-only";
import type { AppError } from "@/lib/domain/errors/app-error";
import type { WaitsFor } from "@/lib/domain/generation/image";
import type { AnsweredPicture, JournalledAnswer } from "@/lib/domain/generation/journalled-answer";
import type { AnswerToKeep } from "@/lib/server/ports/keeper";

/** How far a picture has come in this process. */
export type HeldPicture = {
  answered: AnsweredPicture;
  /** In memory. */
  bytes: Uint8Array | null;
  /** What is still to be done: store the original, show it, or nothing. */
  state: "unstored" | "stored" | "settled";
  /** Why it cannot be had any more. */
  lost: AppError | null;
  /** What it cannot go on without. */
  waitsFor: WaitsFor | null;
};

/** How far an answer has come in this process. Nothing of it is needed to begin again in another. */
export type HeldAnswer = {
  callId: string;
  answer: JournalledAnswer;
  pictures: HeldPicture[];
  isJournalled: boolean;
  isSpooled: boolean;
  /** Taken up from an earlier process, which may have stored some of it. */
  isResumed: boolean;
  /** Since when storage refuses its originals. */
  refusedSince: number | null;
};

export function holdAnswer({ callId, answer, bytes }: AnswerToKeep): HeldAnswer {
  const pictures = answer.pictures.map((answered): HeldPicture => {
    const own = bytes.get(answered.imageId) ?? null;
    const state = answered.ending === null ? "unstored" : "settled";
    return { answered, bytes: own, state, lost: null, waitsFor: null };
  });
  return {
    callId,
    answer,
    pictures,
    refusedSince: null,
    isJournalled: false,
    isSpooled: false,
    isResumed: false,
  };
}

export function isSettled({ isJournalled, pictures }: HeldAnswer): boolean {
  return isJournalled && pictures.every(({ state }) => state === "settled");
}

/** Whether this process may end without anything of it being lost. */
export function isSafe({ isSpooled, isJournalled, pictures }: HeldAnswer): boolean {
  return isSpooled || (isJournalled && !pictures.some(isOnlyInMemory));
}

export function isOnlyInMemory({ bytes, state }: HeldPicture): boolean {
  return bytes !== null && state === "unstored";
}

export function bytesInMemory({ pictures }: HeldAnswer): number {
  return pictures.reduce((sum, { bytes }) => sum + (bytes?.byteLength ?? 0), 0);
}
