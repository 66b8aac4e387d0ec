import "server-only";
import type { Image } from "@/lib/domain/generation/image";
import { hashInUrl } from "@/lib/domain/generation/picture-address";
import type { SharedPicture } from "@/lib/domain/share/visitor-gallery";
import type { SharedPictureRow } from "@/lib/server/db/queries/sharing/shared-pictures";

/**
 * A picture as visitors see it, or null in a state that they do not see. Field by field: what is not
 * named here does not leave.
 */
export function toSharedPicture(row: SharedPictureRow): SharedPicture | null {
  const common = {
    id: row.id,
    version: row.version,
    groupId: row.groupId,
    index: row.index,
    widthPx: row.widthPx,
    heightPx: row.heightPx,
    prompt: row.prompt,
  };
  switch (row.state) {
    case "waiting":
      return { ...common, state: row.state };
    case "developing":
      return { ...common, state: row.state, partialHash: row.partialHash };
    case "completed": {
      const { thumbnailHash, originalHash: hash, thumbhash } = row;
      if (thumbnailHash === null || hash === null || thumbhash === null) return null;
      return { ...common, state: row.state, thumbnailHash, hash, thumbhash };
    }
    case "failed":
    case "cancelled":
    case "unknown":
      return null;
  }
}

/** The same row, from what the change feed tells of an image. */
export function sharedRowOf(image: Image, prompt: string | null): SharedPictureRow {
  const isCompleted = image.state === "completed";
  return {
    id: image.id,
    version: image.version,
    groupId: image.generationId,
    index: image.index,
    widthPx: image.widthPx,
    heightPx: image.heightPx,
    state: image.state,
    partialHash: image.state === "developing" && image.preview ? hashInUrl(image.preview.url) : null,
    thumbnailHash: isCompleted ? hashInUrl(image.thumbnailUrl) : null,
    originalHash: isCompleted ? hashInUrl(image.originalUrl) : null,
    thumbhash: isCompleted ? image.thumbhash : null,
    prompt,
  };
}
