import "server-only";
import type { JournalledAnswer } from "@/lib/domain/generation/journalled-answer";
import { insertExtraImages } from "@/lib/server/db/queries/extra-images";
import { readGenerationOfCall } from "@/lib/server/db/queries/generations";
import { developImage, finishImage } from "@/lib/server/db/queries/images";
import { answerCall, takeOverAnswers } from "@/lib/server/db/queries/journal/answers";
import { lockSessionsOf } from "@/lib/server/db/queries/sessions";
import type { Database } from "@/lib/server/ports/database";
import { settleCall, settlementOfAnswer } from "@/lib/server/spending/settle-call";

type Params = {
  callId: string;
  answer: JournalledAnswer;
  /** Who looks after its pictures from here on. */
  workerId: string;
};

/**
 * Writes down what a call answered, before any of its bytes are stored: usage, cost, and what is known of each picture.
 * Done twice it is done once: a commit whose own answer was lost may be tried again.
 * @returns false when there is no such call any more
 */
export async function journalAnswer(
  { drizzle }: Pick<Database, "drizzle">,
  { callId: id, answer, workerId }: Params,
): Promise<boolean> {
  return drizzle.transaction(async (db) => {
    const generation = await readGenerationOfCall(db, { callId: id });
    if (!generation) return false;
    const imageIds = answer.pictures.map(({ imageId }) => imageId);
    await lockSessionsOf(db, { viewerId: generation.viewerId, imageIds });
    const isNews = await answerCall(db, { id, answer, workerId });
    if (!isNews) await takeOverAnswers(db, { ids: [id], workerId });
    else {
      await insertExtraImages(db, { callId: id, ids: extrasOf(answer) });
      for (const { imageId, ending, costUsd } of answer.pictures) {
        if (ending?.state === "unknown") await developImage(db, { id: imageId, changes: ending });
        else if (ending) await finishImage(db, { id: imageId, changes: { ...ending, costUsd } });
      }
      const { sessionId } = generation;
      await settleCall(db, { callId: id, sessionId, ...settlementOfAnswer(answer.costUsd) });
    }
    return true;
  });
}

function extrasOf({ pictures }: JournalledAnswer): string[] {
  return pictures.filter(({ isExtra }) => isExtra).map(({ imageId }) => imageId);
}
