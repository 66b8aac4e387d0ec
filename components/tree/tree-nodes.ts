import { visibleImagesOf } from "@/lib/client/gallery-lookup";
import type { GalleryState } from "@/lib/client/gallery-state";
import type { Generation } from "@/lib/domain/generation";
import type { Image } from "@/lib/domain/image";
import { layOutTree, type TreePlace } from "./tree-layout";

export type TreeNode = TreePlace & {
  generation: Generation;
  images: readonly Image[];
  parent: Generation | null;
};

/** The session as branches: first ideas newest first, what was made of each in the order of time. */
export function treeNodesOf(state: GalleryState): TreeNode[] {
  const generationOfImage = new Map(
    Object.entries(state.images).flatMap(([id, rows]) => rows.map((row) => [row.id, id] as const)),
  );
  const shown = state.generations.flatMap((generation) => {
    const images = visibleImagesOf(state, generation.id);
    return images.length === 0 ? [] : [{ generation, images }];
  });
  const byId = new Map(shown.map((node) => [node.generation.id, node]));
  const entries = shown.map(({ generation }) => ({
    id: generation.id,
    parentId: generationOfImage.get(generation.parentImageId ?? "") ?? null,
  }));
  const isRoot = ({ parentId }: { parentId: string | null }) => parentId === null || !byId.has(parentId);
  const ordered = [...entries.filter(isRoot), ...entries.filter((entry) => !isRoot(entry)).reverse()];
  return layOutTree(ordered).flatMap((place) => {
    const node = byId.get(place.id);
    const parent = place.parentId === null ? null : (byId.get(place.parentId)?.generation ?? null);
    return node ? [{ ...place, ...node, parent }] : [];
  });
}

/** The picture that a node opens with: the first finished one, else the first. */
export function firstImageOf({ images }: TreeNode): Image | null {
  return images.find(({ state }) => state === "completed") ?? images[0] ?? null;
}
