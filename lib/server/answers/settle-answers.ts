import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { failureOf } from "@/lib/domain/errors/failure";
import type { AnsweredPicture, JournalledAnswer } from "@/lib/domain/generation/journalled-answer";
import { originalKey } from "@/lib/domain/generation/picture-address";
import { claimUnsettledAnswers, settleAnswer } from "@/lib/server/db/queries/answers";
import type { CallRow } from "@/lib/server/db/queries/calls";
import { findGenerationOfCall } from "@/lib/server/db/queries/generations";
import { developImage, readImage } from "@/lib/server/db/queries/images";
import { keepTile } from "@/lib/server/images/keep-picture";
import type { Services } from "@/lib/server/services";
import { finishPicture } from "./finish-picture";

const ANSWERS_AT_ONCE = 20;

/**
 * Finishes answers whose worker died between the journal and the last of their pictures: those whose bytes are stored
 * are shown as they were answered, the others are lost and said to be. One that cannot be settled now is tried again
 * when its lease has lapsed, and holds up no other.
 */
export async function settleAnswers(services: Services, onlyWorkerAlive: string | null): Promise<void> {
  const { workerId, log } = services;
  const { drizzle: db } = services.database;
  for (;;) {
    const taken = await claimUnsettledAnswers(db, { workerId, onlyWorkerAlive, limit: ANSWERS_AT_ONCE });
    for (const call of taken) {
      await settle(services, call).catch((error: unknown) =>
        log.warn("worker-error", { callId: call.id, error }),
      );
    }
    if (taken.length < ANSWERS_AT_ONCE) return;
  }
}

async function settle(services: Services, call: CallRow): Promise<void> {
  const { drizzle: db } = services.database;
  const { answer } = call;
  for (const picture of answer?.pictures ?? []) {
    if (answer && picture.ending === null) await finishFromStorage(services, call, answer, picture);
  }
  await settleAnswer(db, { id: call.id });
}

async function finishFromStorage(
  { database, storage }: Services,
  call: CallRow,
  answer: JournalledAnswer,
  picture: AnsweredPicture,
): Promise<void> {
  const { imageId: id } = picture;
  const image = await readImage(database.drizzle, { id });
  // An ending that was given too early is looked into: the bytes may be there.
  if (!image || image.state === "completed" || image.state === "failed") return;
  const bytes = await storage.get(originalKey(id));
  if (!bytes) {
    const message = "The studio stopped before it had stored the finished picture.";
    const failure = failureOf(new AppError("interrupted", { message, billed: "yes" }));
    await developImage(database.drizzle, { id, changes: { state: "unknown", failure } });
    return;
  }
  const generation = await findGenerationOfCall(database.drizzle, { callId: call.id });
  if (!generation) return;
  const stored = await keepTile(storage, { id, bytes });
  await finishPicture(database, { generation }, { id, stored }, { answer, picture });
}
