import { placedImage } from "@/lib/client/gallery/gallery-lookup";
import type { GalleryState } from "@/lib/client/gallery/gallery-state";
import type { Generation } from "@/lib/domain/generation/generation";
import type { CompletedImage } from "@/lib/domain/generation/image";

export type ComparedImage = { generation: Generation; image: CompletedImage };

/** The finished pictures among these that are not in the trash, in their order. */
export function comparedImages(state: GalleryState, imageIds: readonly string[]): ComparedImage[] {
  return imageIds.flatMap((imageId) => {
    const placed = placedImage(state, imageId);
    if (placed?.image.state !== "completed" || placed.image.deletedAt !== null) return [];
    return [{ generation: placed.generation, image: placed.image }];
  });
}
