import { findImage, visibleImagesOf } from "@/lib/client/gallery-lookup";
import type { GalleryState } from "@/lib/client/gallery-state";
import type { Generation } from "@/lib/domain/generation";
import type { Image } from "@/lib/domain/image";

/** What one block of the gallery shows. */
export type GalleryRow = { generation: Generation; images: readonly Image[]; parent: Generation | null };

/** The generations that have something to show: one whose pictures are all in the trash is there no more. */
export function galleryRowsOf(state: GalleryState): GalleryRow[] {
  return state.generations.flatMap((generation) => {
    const images = visibleImagesOf(state, generation.id);
    if (images.length === 0) return [];
    return [{ generation, images, parent: findImage(state, generation.parentImageId)?.generation ?? null }];
  });
}
