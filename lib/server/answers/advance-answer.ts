import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { failureOf } from "@/lib/domain/errors/failure";
import type { AnsweredPicture } from "@/lib/domain/generation/journalled-answer";
import { originalKey } from "@/lib/domain/generation/picture-address";
import { settleAnswer } from "@/lib/server/db/queries/answers";
import { developImage } from "@/lib/server/db/queries/images";
import { storeTile } from "@/lib/server/images/keep-picture";
import type { Services } from "@/lib/server/services";
import type { AnswerSpool } from "./answer-spool";
import { finishPicture } from "./finish-picture";
import { type HeldAnswer, isSettled, unsettledPictures } from "./held-answer";
import { journalAnswer } from "./journal-answer";

/** What an answer is brought further with. */
export type AnswerTools = Pick<Services, "database" | "storage" | "workerId"> & { spool: AnswerSpool | null };

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
  await attempt(storeOriginals(tools, held));
  if (held.isJournalled) {
    for (const picture of unsettledPictures(held)) {
      if (held.stored.has(picture.imageId)) await attempt(show(tools, held, picture));
    }
  }
  if (isSettled(held)) await attempt(letGo(tools, held));
  if (faults.length > 0) throw faults[0];
}

async function journal({ database, workerId }: AnswerTools, held: HeldAnswer): Promise<void> {
  const { callId, answer } = held;
  const isKnown = await journalAnswer(database, { callId, answer, workerId });
  // Its session is gone for good: nobody can be shown anything, and there is nothing to settle.
  if (!isKnown) for (const { imageId } of unsettledPictures(held)) held.settled.add(imageId);
  held.isJournalled = true;
}

async function storeOriginals(tools: AnswerTools, held: HeldAnswer): Promise<void> {
  const unstored = unsettledPictures(held).filter(({ imageId }) => !held.stored.has(imageId));
  const fates = await Promise.allSettled(unstored.map(({ imageId }) => storeOriginal(tools, held, imageId)));
  const refused = fates.find((fate) => fate.status === "rejected");
  held.refusedSince = refused ? (held.refusedSince ?? Date.now()) : null;
  if (refused) throw refused.reason;
}

async function storeOriginal(tools: AnswerTools, held: HeldAnswer, imageId: string): Promise<void> {
  const { storage, spool } = tools;
  const bytes = held.bytes.get(imageId) ?? (await spool?.readPicture(held.callId, imageId));
  if (bytes) await storage.put(originalKey(imageId), bytes, { durable: true });
  held.stored.add(imageId);
}

/** Bytes that are nowhere were in the memory of a process that died. */
async function show(tools: AnswerTools, held: HeldAnswer, picture: AnsweredPicture): Promise<void> {
  const { database, storage } = tools;
  const { callId, answer } = held;
  const { imageId: id } = picture;
  const bytes = held.bytes.get(id) ?? (await storage.get(originalKey(id)));
  if (bytes) {
    const stored = await storeTile(storage, { id, bytes });
    await finishPicture(database, { callId, image: { id, stored }, answer, picture });
  } else {
    const message = "The studio stopped before it had stored the finished picture.";
    const failure = failureOf(new AppError("interrupted", { message, billed: "yes" }));
    await developImage(database.drizzle, { id, changes: { state: "unknown", failure, waitsFor: null } });
  }
  held.settled.add(id);
  held.bytes.delete(id);
}

async function letGo({ database, spool }: AnswerTools, { callId, isSpooled }: HeldAnswer): Promise<void> {
  await settleAnswer(database.drizzle, { id: callId });
  if (isSpooled) await spool?.remove(callId);
}
