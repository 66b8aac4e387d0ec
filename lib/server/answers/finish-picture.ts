import "server-only";
import type { AnsweredPicture, JournalledAnswer } from "@/lib/domain/generation/journalled-answer";
import { finishImage, type ImageChanges } from "@/lib/server/db/queries/images";
import { lockSessionsOf } from "@/lib/server/db/queries/sessions";
import type { Database } from "@/lib/server/ports/database";
import { searchTextOf } from "@/lib/server/search/search-words";
import { recordPicture } from "@/lib/server/spending/record-answer";
import type { CallOfGeneration } from "./describe-answer";

/** What the answer said of a picture; `picture` is null where that was lost. */
export type KnownOfPicture = {
  answer: Pick<JournalledAnswer, "durationMs">;
  picture: AnsweredPicture | null;
};

/**
 * Shows a picture whose bytes are stored, with what its answer said of it. Done twice it is done once, by whomever:
 * a picture that was finished before stays as it is and is not counted again.
 */
export async function finishPicture(
  { drizzle }: Pick<Database, "drizzle">,
  { generation }: Pick<CallOfGeneration, "generation">,
  image: { id: string; stored: ImageChanges },
  { answer: { durationMs }, picture }: KnownOfPicture,
): Promise<void> {
  const { revisedPrompt = null, used = null, costUsd = null } = picture ?? {};
  const searchText = searchTextOf(generation.prompt, revisedPrompt);
  const changes = { ...image.stored, revisedPrompt, used, costUsd, searchText, durationMs };
  await drizzle.transaction(async (db) => {
    await lockSessionsOf(db, { viewerId: generation.viewerId, imageIds: [image.id] });
    const finished = await finishImage(db, { id: image.id, changes });
    if (finished?.state !== "completed") return;
    const isInTrash = finished.deletedAt !== null;
    await recordPicture(db, { ...generation, isInTrash, finishedAt: new Date() });
  });
}
