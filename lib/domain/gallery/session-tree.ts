import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import { isTransparent, pictureUrlOf } from "@/lib/domain/generation/shown-picture";

/** A picture as a tree of its session draws it. */
export type TreeImage = Pick<Image, "id" | "generationId" | "state" | "rejected"> & {
  /** Its thumbnail or the last preview of it; null before the first. */
  url: string | null;
  isTransparent: boolean;
};

/** A generation, and the generation whose picture it iterates on; null for a first idea. */
export type TreeGeneration = Pick<Generation, "id" | "prompt" | "isSketch"> & { parentId: string | null };

/** A whole session, as light as can be: generations newest first, pictures that are not in the trash in their places. */
export type SessionTree = { generations: TreeGeneration[]; images: TreeImage[] };

/** The row of a picture as a tree draws it. */
export function treeImageOf(image: Image): TreeImage {
  const { id, generationId, state, rejected } = image;
  return { id, generationId, state, rejected, url: pictureUrlOf(image), isTransparent: isTransparent(image) };
}
