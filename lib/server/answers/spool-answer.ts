import "server-only";
import type { AnswerSpool } from "./answer-spool";
import { type HeldAnswer, isOnlyInMemory } from "./held-answer";

/** Writes what is in memory alone to the local disk, the bytes first. */
export async function spoolAnswer(spool: AnswerSpool, held: HeldAnswer): Promise<void> {
  const { callId, answer } = held;
  for (const picture of held.pictures.filter(isOnlyInMemory)) {
    if (picture.bytes) await spool.writePicture(callId, picture.answered.imageId, picture.bytes);
  }
  await spool.writeAnswer({ callId, answer });
  held.isSpooled = true;
}
