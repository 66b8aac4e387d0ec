import "server-only";
import type { JournalledAnswer } from "@/lib/domain/generation/journalled-answer";
import { answerCall } from "@/lib/server/db/queries/answers";
import { developImage, finishImage } from "@/lib/server/db/queries/images";
import { lockSessionsOf } from "@/lib/server/db/queries/sessions";
import type { Database } from "@/lib/server/ports/database";
import { recordAnswer } from "@/lib/server/spending/record-answer";
import type { CallOfGeneration } from "./describe-answer";

/**
 * Writes down what a call answered, before any of its bytes are stored: usage, cost, and what is known of each picture.
 * Done twice it is done once: a commit whose own answer was lost may be tried again.
 */
export async function journalAnswer(
  { drizzle }: Pick<Database, "drizzle">,
  { call, generation }: Pick<CallOfGeneration, "call" | "generation">,
  answer: JournalledAnswer,
): Promise<void> {
  await drizzle.transaction(async (db) => {
    const imageIds = answer.pictures.map(({ imageId }) => imageId);
    await lockSessionsOf(db, { viewerId: generation.viewerId, imageIds });
    if (!(await answerCall(db, { id: call.id, answer }))) return;
    for (const { imageId: id, ending, costUsd } of answer.pictures) {
      if (ending?.state === "unknown") await developImage(db, { id, changes: ending });
      else if (ending) await finishImage(db, { id, changes: { ...ending, costUsd } });
    }
    await recordAnswer(db, {
      ...generation,
      costUsd: answer.costUsd,
      answeredAt: new Date(answer.answeredAt),
    });
  });
}
