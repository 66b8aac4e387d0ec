import type { SharedPicture } from "@/lib/domain/share/visitor-gallery";

/** Pictures with a new one in its place: groups newest first, whose ids grow with time, then by index. */
export function placePicture(pictures: readonly SharedPicture[], picture: SharedPicture): SharedPicture[] {
  const after = pictures.findIndex((other) => isBefore(picture, other));
  return pictures.toSpliced(after < 0 ? pictures.length : after, 0, picture);
}

function isBefore(a: SharedPicture, b: SharedPicture): boolean {
  return a.groupId === b.groupId ? a.index < b.index : a.groupId > b.groupId;
}
