import "server-only";
import type { AnsweredPicture, JournalledAnswer } from "@/lib/domain/generation/journalled-answer";
import { readGenerationOfCall } from "@/lib/server/db/queries/generations";
import { describeImage, finishImage, type ImageChanges } from "@/lib/server/db/queries/images";
import { lockSessionsOf } from "@/lib/server/db/queries/sessions";
import type { Database } from "@/lib/server/ports/database";
import { searchTextOf } from "@/lib/server/search/search-words";
import { recordPicture } from "@/lib/server/spending/settle-call";

export type PictureToFinish = {
  callId: string;
  /** What its row says of what is stored. */
  image: { id: string; stored: ImageChanges };
  answer: Pick<JournalledAnswer, "durationMs">;
  /** What its answer said of it; null where that was lost. */
  picture: AnsweredPicture | null;
};

/**
 * Shows a picture whose bytes are stored, with what its answer said of it. Done twice it is done once, by whomever:
 * a picture that was finished before stays as it is and is not counted again.
 */
export async function finishPicture(
  { drizzle }: Pick<Database, "drizzle">,
  { callId, image: { id, stored }, answer: { durationMs }, picture }: PictureToFinish,
): Promise<void> {
  const { revisedPrompt = null, used = null, costUsd = null } = picture ?? {};
  await drizzle.transaction(async (db) => {
    const generation = await readGenerationOfCall(db, { callId });
    if (!generation) return;
    await lockSessionsOf(db, { viewerId: generation.viewerId, imageIds: [id] });
    const searchText = searchTextOf(generation.prompt, revisedPrompt);
    const changes = { ...stored, revisedPrompt, used, costUsd, searchText, durationMs };
    const finished = await finishImage(db, { id, changes });
    // Someone finished it who knew nothing of its answer.
    if (!finished && picture)
      await describeImage(db, { id, changes: { revisedPrompt, used, costUsd, searchText } });
    if (finished?.state !== "completed") return;
    const isInTrash = finished.deletedAt !== null;
    await recordPicture(db, { callId, sessionId: generation.sessionId, isInTrash });
  });
}
