import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { type ImageVariant, variantKey } from "@/lib/domain/generation/picture-address";
import type { ImageRow } from "@/lib/server/db/queries/image-row";
import { findImage } from "@/lib/server/db/queries/images";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";

const FILE = /^(partial|thumbnail|original)-([0-9a-f]{16})$/;

/**
 * The bytes of an image's variant, as the type they prove to be. The address has their hash, so
 * a browser may keep them for ever; `sandbox` keeps an SVG from being more than a picture.
 * @param file "<variant>-<hash>"
 * @throws AppError not_found
 */
export async function servePicture(
  services: Services,
  viewer: Viewer,
  id: string,
  file: string,
): Promise<Response> {
  const [, name, hash = ""] = FILE.exec(file) ?? [];
  const image = await findImage(services.database.reads, { viewerId: viewer.id, id });
  const variant = image && variantOf(name, image, hash);
  const stored = variant ? await services.storage.open(variantKey(id, variant, hash)) : null;
  if (!stored) throw new AppError("not_found");
  return new Response(stored.stream(), {
    headers: {
      "content-type": stored.contentType,
      "content-length": String(stored.sizeBytes),
      "cache-control": "private, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    },
  });
}

/** A hash that is not the row's belongs to nothing; earlier partials may still be asked for. */
function variantOf(name: string | undefined, image: ImageRow, hash: string): ImageVariant | null {
  switch (name) {
    case "partial":
      return "partial";
    case "thumbnail":
      return image.thumbnailHash === hash ? "thumbnail" : null;
    case "original":
      return image.originalHash === hash ? "original" : null;
    default:
      return null;
  }
}
