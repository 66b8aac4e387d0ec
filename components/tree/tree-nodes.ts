import type { GalleryState } from "@/lib/client/gallery/gallery-state";
import {
  type SessionTree,
  type TreeGeneration,
  type TreeImage,
  treeImageOf,
} from "@/lib/domain/gallery/session-tree";
import { layOutTree, type TreePlace } from "./tree-layout";

export type TreeNode = TreePlace & {
  prompt: string;
  isSketch: boolean;
  images: readonly TreeImage[];
  /** The words of the generation that it iterates on; null for a first idea. */
  parentPrompt: string | null;
};

type Shown = TreeGeneration & { images: readonly TreeImage[] };

/**
 * The session as branches: first ideas newest first, what was made of each in the order of time. What
 * the gallery knows is newer than the tree as it was read, since the event stream keeps it up to date.
 */
export function treeNodesOf(tree: SessionTree, state: GalleryState): TreeNode[] {
  const shown = shownOf(tree, state);
  const byId = new Map(shown.map((node) => [node.id, node]));
  const isRoot = ({ parentId }: Shown) => parentId === null || !byId.has(parentId);
  const ordered = [...shown.filter(isRoot), ...shown.filter((node) => !isRoot(node)).reverse()];
  return layOutTree(ordered.map(({ id, parentId }) => ({ id, parentId }))).flatMap((place) => {
    const node = byId.get(place.id);
    if (!node) return [];
    const parent = place.parentId === null ? undefined : byId.get(place.parentId);
    const { prompt, isSketch, images } = node;
    return [{ ...place, prompt, isSketch, images, parentPrompt: parent?.prompt ?? null }];
  });
}

/** Generations that have pictures outside the trash, newest first. */
function shownOf(tree: SessionTree, state: GalleryState): Shown[] {
  const images = new Map(Map.groupBy(tree.images, ({ generationId }) => generationId));
  for (const [id, rows] of Object.entries(state.images)) {
    const told = new Set(rows.map((row) => row.id));
    const others = (images.get(id) ?? []).filter((image) => !told.has(image.id));
    const current = rows.filter(({ deletedAt }) => deletedAt === null).map(treeImageOf);
    images.set(id, others.length === 0 ? current : [...current, ...others]);
  }
  return generationsOf(tree, state).flatMap((generation) => {
    const own = images.get(generation.id) ?? [];
    return own.length === 0 ? [] : [{ ...generation, images: own }];
  });
}

function generationsOf(tree: SessionTree, state: GalleryState) {
  const known = new Set(tree.generations.map(({ id }) => id));
  const made = state.generations.filter(({ id }) => !known.has(id));
  const generationOfImage = new Map(
    [...tree.images, ...Object.values(state.images).flat()].map(({ id, generationId }) => [id, generationId]),
  );
  const parentIdOf = (parentImageId: string | null) => generationOfImage.get(parentImageId ?? "") ?? null;
  return [
    ...made.map(({ id, prompt, isSketch, parentImageId }) => ({
      id,
      prompt,
      isSketch,
      parentId: parentIdOf(parentImageId),
    })),
    ...tree.generations,
  ];
}

/** The picture that a node opens with: the first finished one, else the first. */
export function firstImageOf({ images }: TreeNode): TreeImage | null {
  return images.find(({ state }) => state === "completed") ?? images[0] ?? null;
}
