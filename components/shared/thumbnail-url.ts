import { type SharedPicture, sharedPictureUrl } from "@/lib/domain/shared-gallery";

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
