import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { getGallery } from "@/lib/client/api/studio-api";
import type { GalleryPage, StudioEvent } from "@/lib/domain/gallery/events";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import type { Matrix } from "@/lib/domain/matrix/matrix";
import { applyStudioEvent, type GalleryState, galleryStateOf } from "./gallery-state";

/** Nothing else knows where a session's gallery lies in the query cache. */
const keyOf = (sessionId: string) => ["gallery", sessionId];

/** A session's gallery in the cache. The event stream keeps it fresh, so it never goes stale by itself. */
export function galleryQuery(initial: GalleryPage) {
  const sessionId = initial.session.id;
  return queryOptions({
    queryKey: keyOf(sessionId),
    queryFn: async ({ signal }) => galleryStateOf(await getGallery(sessionId, null, signal)),
    initialData: () => galleryStateOf(initial),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/** A session as the browser knows it so far, to read and to write. */
export type KnownGallery = { get(): GalleryState | undefined; set(state: GalleryState): void };

export function cachedGallery(queryClient: QueryClient, sessionId: string): KnownGallery {
  return {
    get: () => queryClient.getQueryData<GalleryState>(keyOf(sessionId)),
    set: (state) => void queryClient.setQueryData<GalleryState>(keyOf(sessionId), state),
  };
}

/** Lays what happened over what is known of a session; one that is not loaded stays so. */
export function tellGallery(
  queryClient: QueryClient,
  sessionId: string,
  events: readonly StudioEvent[],
): void {
  queryClient.setQueryData<GalleryState>(keyOf(sessionId), (state) =>
    state ? events.reduce(applyStudioEvent, state) : state,
  );
}

type Created = { matrix?: Matrix; generations: readonly Generation[]; images: readonly Image[] };

/** Shows what was made without waiting for the event stream. */
export function putCreated(
  queryClient: QueryClient,
  sessionId: string,
  { matrix, generations, images }: Created,
): void {
  tellGallery(queryClient, sessionId, [
    ...(matrix ? [{ type: "matrix-changed", matrix } as const] : []),
    ...generations.map((generation) => ({ type: "generation-changed", generation }) as const),
    ...images.map((image) => ({ type: "image-changed", image }) as const),
  ]);
}

/** Lays the studio's own answer over what is known; the event stream may have been quicker. */
export function putRows(queryClient: QueryClient, images: readonly Image[]): void {
  for (const [sessionId, rows] of Map.groupBy(images, (image) => image.sessionId)) {
    tellGallery(
      queryClient,
      sessionId,
      rows.map((image) => ({ type: "image-changed", image })),
    );
  }
}

/** What a person changes about a picture, as its row has it. */
export type RowChange = { favourite?: boolean; rejected?: boolean; deletedAt?: string | null };

/** Changes rows ahead of the studio. Their versions stay, so that the studio's next word replaces them. */
export function changeRows(queryClient: QueryClient, images: readonly Image[], change: RowChange): void {
  for (const [sessionId, rows] of Map.groupBy(images, (image) => image.sessionId)) {
    queryClient.setQueryData<GalleryState>(keyOf(sessionId), (state) =>
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
