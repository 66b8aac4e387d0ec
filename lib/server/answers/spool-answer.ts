import "server-only";
import type { AnswerSpool } from "./answer-spool";
import { type HeldAnswer, unsettledPictures } from "./held-answer";

/** Writes what is in memory alone to the local disk, the bytes first. Once is enough. */
export async function spoolAnswer(spool: AnswerSpool, held: HeldAnswer): Promise<void> {
  const { callId, answer } = held;
  for (const { imageId } of unsettledPictures(held)) {
    const bytes = held.bytes.get(imageId);
    if (bytes && !held.stored.has(imageId)) await spool.writePicture(callId, imageId, bytes);
  }
  await spool.writeAnswer({ callId, answer });
  held.isSpooled = true;
}

/** Whether this process may end without anything of it being lost. */
export function isSafe(held: HeldAnswer): boolean {
  if (held.isSpooled) return true;
  return held.isJournalled && unsettledPictures(held).every(({ imageId }) => !isOnlyHere(held, imageId));
}

function isOnlyHere({ bytes, stored }: HeldAnswer, imageId: string): boolean {
  return bytes.has(imageId) && !stored.has(imageId);
}
