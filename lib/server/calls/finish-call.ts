import "server-only";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { describeAnswer } from "@/lib/server/answers/describe-answer";
import { finishPicture } from "@/lib/server/answers/finish-picture";
import { journalAnswer } from "@/lib/server/answers/journal-answer";
import { settleAnswer } from "@/lib/server/db/queries/answers";
import { keepOriginal, keepTile } from "@/lib/server/images/keep-picture";
import { retry, SHORT_PAUSES_MS } from "@/lib/server/retry";
import type { Services } from "@/lib/server/services";
import type { Answer } from "./follow-call";
import type { LoadedCall } from "./load-call";

/**
 * Keeps what a call answered: first the journal says what it was, then all bytes are stored side by side, then each
 * picture is shown.
 */
export async function finishCall(
  services: Services,
  loaded: LoadedCall,
  model: ImageModel,
  answered: Answer,
): Promise<void> {
  const { database, storage, env } = services;
  const durationMsMax = env.STUDIO_OVERALL_TIMEOUT_S * 1000;
  const { isOffline } = services.provider;
  const { answer, bytes } = describeAnswer(loaded, answered, { model, isOffline, durationMsMax });
  // A passing fault of the database must not cost what is known of pictures that are paid for.
  await retry(() => journalAnswer(database, loaded, answer), SHORT_PAUSES_MS);
  const originals = new Map(
    Array.from(bytes, ([id, original]) => [id, keepOriginal(storage, { id, bytes: original })]),
  );
  await Promise.allSettled(originals.values());
  for (const picture of answer.pictures) {
    const { imageId: id } = picture;
    const original = bytes.get(id);
    if (!original) continue;
    const failed = await originals.get(id);
    const stored = failed ?? (await keepTile(storage, { id, bytes: original }));
    await retry(() => finishPicture(database, loaded, { id, stored }, { answer, picture }), SHORT_PAUSES_MS);
  }
  await settleAnswer(database.drizzle, { id: loaded.call.id });
}
