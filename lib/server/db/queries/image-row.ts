import "server-only";
import type { Image } from "@/lib/domain/generation/image";
import { pictureUrl } from "@/lib/domain/generation/picture-address";
import type { images } from "@/lib/server/schema/studio-tables";

export type ImageRow = typeof images.$inferSelect;
/** A row without what only a search reads, which is the longer half of it. */
type ShownImageRow = Omit<ImageRow, "searchText" | "searchWords">;
/** The row as browsers see it: by state, with nothing that does not belong to the state. */
export function toImage(row: ShownImageRow): Image {
  const common = {
    id: row.id,
    generationId: row.generationId,
    sessionId: row.sessionId,
    index: row.index,
    version: row.version,
    widthPx: row.widthPx,
    heightPx: row.heightPx,
    favourite: row.favourite,
    rejected: row.rejected,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
  switch (row.state) {
    case "waiting":
      return {
        ...common,
        state: row.state,
        retryAt: row.retryAt?.toISOString() ?? null,
        waitsFor: row.waitsFor,
      };
    case "developing":
      return {
        ...common,
        state: row.state,
        preview: previewOf(row),
        sentAt: (row.sentAt ?? row.createdAt).toISOString(),
        waitsFor: row.waitsFor,
      };
    case "completed":
      return {
        ...common,
        state: row.state,
        thumbnailUrl: pictureUrl(row.id, "thumbnail", known(row, "thumbnailHash")),
        originalUrl: pictureUrl(row.id, "original", known(row, "originalHash")),
        contentType: known(row, "contentType"),
        sizeBytes: known(row, "sizeBytes"),
        thumbhash: known(row, "thumbhash"),
        revisedPrompt: row.revisedPrompt,
        used: row.used ?? {},
        costUsd: row.costUsd,
        durationMs: known(row, "durationMs"),
      };
    case "failed":
    case "cancelled":
    case "unknown":
      return {
        ...common,
        state: row.state,
        failure: known(row, "failure"),
        preview: previewOf(row),
        originalUrl: row.originalHash ? pictureUrl(row.id, "original", row.originalHash) : null,
      };
  }
}

function previewOf(row: ShownImageRow) {
  if (row.partialHash === null) return null;
  return { url: pictureUrl(row.id, "partial", row.partialHash), partialIndex: row.partialIndex };
}

/** A column that the row's state promises. */
function known<K extends keyof ShownImageRow>(row: ShownImageRow, column: K): NonNullable<ShownImageRow[K]> {
  const value = row[column];
  if (value === null || value === undefined)
    throw new Error(`Image ${row.id} is ${row.state} without ${column}.`);
  return value;
}
