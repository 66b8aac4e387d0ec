import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { failureOf } from "@/lib/domain/errors/failure";
import { originalKey } from "@/lib/domain/generation/picture-address";
import { developImage, finishImage } from "@/lib/server/db/queries/images";
import { storeTile } from "@/lib/server/images/keep-picture";
import { finishPicture } from "./finish-picture";
import type { HeldAnswer, HeldPicture } from "./held-answer";
import type { AnswerTools } from "./store-picture";

/**
 * Shows a picture whose original is stored, or says that it is lost.
 * @throws what the storage or the database threw
 */
export async function showPicture(
  { database, storage }: AnswerTools,
  { callId, answer }: HeldAnswer,
  picture: HeldPicture,
): Promise<void> {
  const { answered, lost } = picture;
  const { imageId: id } = answered;
  if (lost) {
    await finishImage(database.drizzle, { id, changes: { state: "failed", failure: failureOf(lost) } });
  } else {
    const bytes = picture.bytes ?? (await ofStorage(picture, storage.get(originalKey(id))));
    if (bytes) {
      const stored = await ofStorage(picture, storeTile(storage, { id, bytes }));
      await finishPicture(database, { callId, image: { id, stored }, answer, picture: answered });
    } else {
      const changes = { state: "unknown" as const, failure: diedWithIt(), waitsFor: null };
      await developImage(database.drizzle, { id, changes });
    }
  }
  Object.assign(picture, { state: "settled", bytes: null, waitsFor: null });
}

async function ofStorage<T>(picture: HeldPicture, work: Promise<T>): Promise<T> {
  try {
    const done = await work;
    picture.waitsFor = null;
    return done;
  } catch (error) {
    picture.waitsFor = "storage";
    throw error;
  }
}

/** Bytes that are nowhere were in the memory of a process that died. */
function diedWithIt() {
  const message = "The studio stopped before it had stored the finished picture.";
  return failureOf(new AppError("interrupted", { message, billed: "yes" }));
}
