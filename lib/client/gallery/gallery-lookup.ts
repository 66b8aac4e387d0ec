import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import type { GalleryState } from "./gallery-state";

/** A picture with the generation it belongs to. */
export type PlacedImage = { generation: Generation; image: Image };

/** All pictures that are not in the trash, in the gallery's order. */
export function visibleImages(state: GalleryState): PlacedImage[] {
  return state.generations.flatMap((generation) =>
    visibleImagesOf(state, generation.id).map((image) => ({ generation, image })),
  );
}

/** A generation's pictures that are not in the trash. The same array as long as none is. */
export function visibleImagesOf(state: GalleryState, generationId: string): readonly Image[] {
  const images = state.images[generationId] ?? NONE;
  return images.some((image) => image.deletedAt !== null)
    ? images.filter((image) => image.deletedAt === null)
    : images;
}

const NONE: readonly Image[] = [];

/** A picture by its id, in the trash or not; null where it is not loaded. */
export function placedImage(state: GalleryState, imageId: string | null): PlacedImage | null {
  if (imageId === null) return null;
  for (const generation of state.generations) {
    const image = state.images[generation.id]?.find(({ id }) => id === imageId);
    if (image) return { generation, image };
  }
  return null;
}
