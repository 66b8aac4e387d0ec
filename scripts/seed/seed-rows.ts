import { v7 as uuidv7 } from "uuid";
import type { generations, images, sessions } from "@/lib/server/schema/studio-tables";
import { searchTextOf } from "@/lib/server/search/search-words";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import type { SeedPicture } from "./seed-pictures";

export type SeedImage = { row: typeof images.$inferInsert; picture: SeedPicture };
export type SeedGeneration = { generation: typeof generations.$inferInsert; images: SeedImage[] };

const MODEL_ID = "seed";
const SUBJECTS = ["fox", "harbour", "teapot", "observatory", "orchard", "tram", "glacier", "violin"];
const MANNERS = ["watercolour", "ink", "oil", "poster", "blueprint", "low poly", "pixel art"];
const LIGHTS = ["dawn", "noon", "dusk", "night", "fog", "snow", "storm"];

/** A session of `size` finished pictures, four a generation, each generation iterating on the one before. */
export function makeSession(size: number, pictures: readonly SeedPicture[]) {
  const now = new Date();
  const viewerId = LOCAL_OWNER.id;
  const session: typeof sessions.$inferInsert = {
    id: uuidv7(),
    viewerId,
    title: `${pick(SUBJECTS)} in ${pick(MANNERS)}`,
    pictureCount: size,
    createdAt: now,
    updatedAt: now,
  };
  const made: SeedGeneration[] = [];
  let parentImageId: string | null = null;
  for (let left = size; left > 0; left -= 4) {
    const generation = makeGeneration(session.id, viewerId, parentImageId, Math.min(4, left), now);
    const rows = Array.from({ length: generation.imageCount }, (_, index) =>
      makeImage(generation, index, pick(pictures)),
    );
    made.push({ generation, images: rows });
    parentImageId = rows[0]?.row.id ?? null;
  }
  return { session, made };
}

function makeGeneration(
  sessionId: string,
  viewerId: string,
  parentImageId: string | null,
  imageCount: number,
  createdAt: Date,
): typeof generations.$inferInsert {
  const prompt = `a ${pick(SUBJECTS)} at ${pick(LIGHTS)}, ${pick(MANNERS)}, study ${Math.floor(Math.random() * 1e6)}`;
  const ids = { id: uuidv7(), idempotencyKey: uuidv7(), sessionId, viewerId, parentImageId };
  return { ...ids, prompt, modelId: MODEL_ID, options: {}, imageCount, createdAt };
}

function makeImage(
  generation: typeof generations.$inferInsert,
  index: number,
  picture: SeedPicture,
): SeedImage {
  const { id: generationId, sessionId, viewerId, modelId, createdAt, prompt } = generation;
  const { hash, thumbhash, widthPx, heightPx, bytes } = picture;
  const row = {
    id: uuidv7(),
    generationId,
    sessionId,
    viewerId,
    modelId,
    index,
    createdAt,
    thumbhash,
    widthPx,
    heightPx,
    originalHash: hash,
    thumbnailHash: hash,
    searchText: searchTextOf(prompt),
    state: "completed" as const,
    contentType: "image/webp",
    sizeBytes: bytes.byteLength,
    used: {},
    costUsd: 0,
    durationMs: 1_000,
    favourite: Math.random() < 0.1,
    rejected: Math.random() < 0.1,
  };
  return { row, picture };
}

function pick<T>(values: readonly T[]): T {
  const value = values[Math.floor(Math.random() * values.length)];
  if (value === undefined) throw new Error("There is nothing to pick from.");
  return value;
}
