import { type GalleryFilter, passesFilter } from "@/lib/client/filter/gallery-filter";
import { visibleImagesOf } from "@/lib/client/gallery/gallery-lookup";
import type { GalleryState } from "@/lib/client/gallery/gallery-state";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import type { Matrix } from "@/lib/domain/matrix/matrix";

/** A generation with those of its pictures that are shown. */
export type GenerationEntry = {
  kind: "generation";
  id: string;
  generation: Generation;
  images: readonly Image[];
  parent: Generation | null;
};
/** All generations of a prompt matrix, each with the pictures that are shown. */
export type MatrixEntry = {
  kind: "matrix";
  id: string;
  matrix: Matrix;
  cells: readonly { generation: Generation; images: readonly Image[] }[];
  images: readonly Image[];
};
/** What one block of the gallery shows. */
export type GalleryEntry = GenerationEntry | MatrixEntry;

/**
 * What has something to show, newest first: a generation whose pictures are all in the trash or left
 * out by the filter is not there. The cells of a matrix stand together, at the place of the newest.
 */
export function galleryEntriesOf(state: GalleryState, filter: GalleryFilter): GalleryEntry[] {
  const generationOf = parentFinder(state);
  const rows: GalleryEntry[] = [];
  const matrixPlaces = new Map<string, number>();
  for (const generation of state.generations) {
    const images = shownImages(state, generation.id, filter);
    if (images.length === 0) continue;
    const matrix = generation.matrixId === null ? undefined : state.matrices[generation.matrixId];
    if (!matrix) {
      const parent = generationOf(generation.parentImageId);
      rows.push({ kind: "generation", id: generation.id, generation, images, parent });
      continue;
    }
    const place = matrixPlaces.get(matrix.id) ?? rows.length;
    matrixPlaces.set(matrix.id, place);
    const known = rows[place];
    const cells = known?.kind === "matrix" ? known.cells : [];
    rows[place] = {
      kind: "matrix",
      id: matrix.id,
      matrix,
      cells: [{ generation, images }, ...cells],
      images: [...images, ...(known?.images ?? [])],
    };
  }
  return rows;
}

function shownImages(state: GalleryState, generationId: string, filter: GalleryFilter): readonly Image[] {
  const images = visibleImagesOf(state, generationId);
  return images.every((image) => passesFilter(filter, image))
    ? images
    : images.filter((image) => passesFilter(filter, image));
}

/** The generation of a picture, looked up among thousands at once rather than one by one. */
function parentFinder({ generations, images }: GalleryState) {
  const byId = new Map(generations.map((generation) => [generation.id, generation]));
  const byImage = new Map(
    Object.entries(images).flatMap(([generationId, rows]) =>
      rows.map(({ id }) => [id, generationId] as const),
    ),
  );
  return (imageId: string | null) =>
    (imageId === null ? undefined : byId.get(byImage.get(imageId) ?? "")) ?? null;
}
