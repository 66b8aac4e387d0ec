import { type SharedPicture, sharedPictureUrl } from "@/lib/domain/share/visitor-gallery";

/** What a tile shows now; null before the first preview. */
export function thumbnailUrl(token: string, picture: SharedPicture): string | null {
  switch (picture.state) {
    case "waiting":
      return null;
    case "developing":
      return picture.partialHash && sharedPictureUrl(token, picture.id, "partial", picture.partialHash);
    case "completed":
      return sharedPictureUrl(token, picture.id, "thumbnail", picture.thumbnailHash);
  }
}

/** Edge of a thumbnail; a small one has half of it. */
const THUMBNAIL_EDGE_PX = 640;

/** A finished picture in both sizes, for the browser to choose. */
export function thumbnailSources(token: string, picture: SharedPicture): string | undefined {
  if (picture.state !== "completed") return undefined;
  const { id, thumbnailHash, widthPx, heightPx } = picture;
  const scale = Math.min(1, THUMBNAIL_EDGE_PX / Math.max(widthPx, heightPx));
  const width = Math.max(2, Math.round(widthPx * scale));
  const url = (variant: "small" | "thumbnail") => sharedPictureUrl(token, id, variant, thumbnailHash);
  return `${url("small")} ${Math.round(width / 2)}w, ${url("thumbnail")} ${width}w`;
}
