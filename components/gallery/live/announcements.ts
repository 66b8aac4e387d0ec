import type { GalleryState } from "@/lib/client/gallery/gallery-state";
import type { Image } from "@/lib/domain/generation/image";
import { isEnded } from "@/lib/domain/generation/is-ended";
import { STATE_WORDS } from "@/lib/domain/generation/state-words";

/**
 * What to say about the step from one state of the gallery to the next: one line for each picture
 * that ended in between. Pictures that were not known before are not news.
 */
export function announcementsOf(before: GalleryState, after: GalleryState): string[] {
  return after.generations.flatMap(({ id, imageCount }) => {
    const known = before.images[id];
    const images = after.images[id];
    if (!known || !images || known === images) return [];
    return images.filter((image) => endedBetween(known, image)).map((image) => line(image, imageCount));
  });
}

function endedBetween(known: readonly Image[], image: Image): boolean {
  const was = known.find(({ id }) => id === image.id);
  return was !== undefined && !isEnded(was) && isEnded(image);
}

/** "Image 2 of 4 finished" */
function line(image: Image, imageCount: number): string {
  const place = `Image ${image.index + 1} of ${imageCount}`;
  const state = STATE_WORDS[image.state].toLowerCase();
  switch (image.state) {
    case "completed":
      return `${place} ${state}`;
    case "failed":
      return `${place} ${state}: ${image.failure.message}`;
    case "cancelled":
      return `${place} ${state}`;
    case "unknown":
      return `${place}: ${state}. ${image.failure.message}`;
    case "waiting":
    case "developing":
      return place;
  }
}
