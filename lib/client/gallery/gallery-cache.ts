import type { QueryClient } from "@tanstack/react-query";
import type { Image } from "@/lib/domain/generation/image";
import { applyStudioEvent, type GalleryState } from "./gallery-state";

/** What a person changes about a picture, as its row has it. */
export type RowChange = { favourite?: boolean; rejected?: boolean; deletedAt?: string | null };

/** Lays the studio's own answer over what is known; the event stream may have been quicker. */
export function putRows(queryClient: QueryClient, images: readonly Image[]): void {
  for (const [sessionId, rows] of Map.groupBy(images, (image) => image.sessionId)) {
    queryClient.setQueryData<GalleryState>(["gallery", sessionId], (state) =>
      state
        ? rows.reduce((known, image) => applyStudioEvent(known, { type: "image-changed", image }), state)
        : state,
    );
  }
}

/** Changes rows ahead of the studio. Their versions stay, so that the studio's next word replaces them. */
export function changeRows(queryClient: QueryClient, images: readonly Image[], change: RowChange): void {
  for (const [sessionId, rows] of Map.groupBy(images, (image) => image.sessionId)) {
    queryClient.setQueryData<GalleryState>(["gallery", sessionId], (state) =>
      state ? { ...state, images: { ...state.images, ...changedSiblings(state, rows, change) } } : state,
    );
  }
}

function changedSiblings(state: GalleryState, rows: readonly Image[], change: RowChange) {
  const ids = new Set(rows.map(({ id }) => id));
  const generationIds = new Set(rows.map(({ generationId }) => generationId));
  return Object.fromEntries(
    [...generationIds].flatMap((id) => {
      const siblings = state.images[id];
      return siblings ? [[id, siblings.map((row) => (ids.has(row.id) ? { ...row, ...change } : row))]] : [];
    }),
  );
}
