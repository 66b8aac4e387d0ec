import "server-only";
import type { JournalledAnswer } from "@/lib/domain/generation/journalled-answer";
import { settleAnswer } from "@/lib/server/db/queries/journal/answers";
import { type HeldAnswer, isSettled } from "./held-answer";
import { journalAnswer } from "./journal-answer";
import { showPicture } from "./show-picture";
import { type AnswerTools, storePicture } from "./store-picture";

/**
 * Brings an answer as far as it goes now: journalled, then the originals stored side by side, then each picture shown.
 * What one step cannot do holds up only what needs it: bytes are stored though the database is away. Tried again it
 * goes on where it stopped, in this process or another.
 * @throws what the first step that failed threw, when all that can be done now is done
 */
export async function advanceAnswer(tools: AnswerTools, held: HeldAnswer): Promise<void> {
  const faults: unknown[] = [];
  const attempt = (step: Promise<void>) => step.catch((error: unknown) => void faults.push(error));
  if (!held.isJournalled) await attempt(journal(tools, held));
  const unstored = held.pictures.filter(({ state }) => state === "unstored");
  await Promise.all(unstored.map((picture) => attempt(storePicture(tools, held, picture))));
  const isRefused = unstored.some(({ state, waitsFor }) => state === "unstored" && waitsFor === "storage");
  held.refusedSince = isRefused ? (held.refusedSince ?? Date.now()) : null;
  if (held.isJournalled) {
    for (const picture of held.pictures.filter(({ state }) => state === "stored"))
      await attempt(showPicture(tools, held, picture));
  }
  if (isSettled(held)) await attempt(letGo(tools, held));
  if (faults.length > 0) throw faults[0];
}

async function journal({ database, workerId }: AnswerTools, held: HeldAnswer): Promise<void> {
  const { callId, answer } = held;
  const isKnown = await journalAnswer(database, { callId, answer, workerId });
  // Its session is gone for good: nobody can be shown anything, and there is nothing to settle.
  if (!isKnown) for (const picture of held.pictures) picture.state = "settled";
  held.isJournalled = true;
}

async function letGo({ database, spool }: AnswerTools, { callId, answer }: HeldAnswer): Promise<void> {
  await settleAnswer(database.drizzle, { id: callId, answer: withoutAddresses(answer) });
  await spool?.remove(callId);
}

/** Whoever has such an address can have the picture. */
function withoutAddresses(answer: JournalledAnswer): JournalledAnswer {
  return { ...answer, pictures: answer.pictures.map((picture) => ({ ...picture, url: null })) };
}
