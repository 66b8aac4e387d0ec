import type { Image } from "./image";

/** The address that shows an image now, as large as a tile: its thumbnail, or its last preview; null before the first. */
export function pictureUrlOf(image: Image): string | null {
  switch (image.state) {
    case "waiting":
      return null;
    case "completed":
      return image.thumbnailUrl;
    case "developing":
    case "failed":
    case "cancelled":
    case "unknown":
      return image.preview?.url ?? null;
  }
}

/** Whether what lies behind a picture is seen through it: a checkerboard says so. */
export function isTransparent(image: Image): boolean {
  return image.state === "completed" && image.used.background === "transparent";
}
