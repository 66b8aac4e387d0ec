import { expect, test } from "vitest";
import { applyStudioEvent, galleryStateOf } from "@/lib/client/gallery/gallery-state";
import { sampleGeneration, sampleImages, sampleSession } from "@/lib/domain/gallery/events.fixture";
import { type SessionTree, treeImageOf } from "@/lib/domain/gallery/session-tree";
import { firstImageOf, treeNodesOf } from "./tree-nodes";

const idOf = (place: number) => `0198e2a5-0000-7000-8000-${String(place).padStart(12, "0")}`;
const { completed, waiting } = sampleImages();
const generationOf = (place: number, parentImageId: string | null = null) => ({
  ...{ ...sampleGeneration, id: idOf(place), prompt: `prompt ${place}`, parentImageId },
});
const imageOf = (place: number) => ({ ...completed, id: idOf(place + 500), generationId: idOf(place) });

/** The second iterates on the first, the third on the first too. */
const tree: SessionTree = {
  generations: [
    { id: idOf(3), prompt: "prompt 3", isSketch: false, parentId: idOf(1) },
    { id: idOf(2), prompt: "prompt 2", isSketch: false, parentId: idOf(1) },
    { id: idOf(1), prompt: "prompt 1", isSketch: true, parentId: null },
  ],
  images: [1, 2, 3].map((place) => treeImageOf(imageOf(place))),
};
const empty = galleryStateOf({
  ...{ session: sampleSession, generations: [], images: [], matrices: [], olderCursor: idOf(9) },
});
const shape = (nodes: ReturnType<typeof treeNodesOf>) =>
  nodes.map(({ prompt, parentPrompt, images }) => [prompt, parentPrompt, images.length]);

test("shows a whole session from one light read", () => {
  expect(shape(treeNodesOf(tree, empty))).toEqual([
    ["prompt 1", null, 1],
    ["prompt 2", "prompt 1", 1],
    ["prompt 3", "prompt 1", 1],
  ]);
});

test("grows by what was made since it was read, under the picture that it iterates on", () => {
  const generation = generationOf(4, imageOf(3).id);
  const made = [
    { type: "generation-changed", generation } as const,
    { type: "image-changed", image: { ...waiting, id: idOf(504), generationId: idOf(4) } } as const,
  ].reduce(applyStudioEvent, empty);
  expect(shape(treeNodesOf(tree, made)).at(-1)).toEqual(["prompt 4", "prompt 3", 1]);
});

test("takes the newer word of the gallery on a picture: gone, and back", () => {
  const image = { ...imageOf(2), deletedAt: "2026-11-22T12:00:00.000Z", version: 2 };
  const gone = applyStudioEvent(empty, { type: "image-changed", image });
  expect(shape(treeNodesOf(tree, gone)).map(([prompt]) => prompt)).toEqual(["prompt 1", "prompt 3"]);
  const back = applyStudioEvent(gone, { type: "image-changed", image: { ...imageOf(2), version: 3 } });
  expect(treeNodesOf(tree, back)).toHaveLength(3);
});

test("opens a node with its first finished picture", () => {
  const images = [waiting, completed].map(treeImageOf);
  const [node] = treeNodesOf(tree, empty);
  expect(node && firstImageOf({ ...node, images })?.id).toBe(completed.id);
});
