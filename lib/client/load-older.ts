import type { QueryClient } from "@tanstack/react-query";
import { type GalleryState, mergeGallery } from "./gallery-state";
import { getGallery } from "./studio-api";

/**
 * Loads older stretches of a session into the cached gallery until `isEnough`, or to its beginning.
 * Resolves to what is known then; null where the session is not loaded at all.
 * @throws RequestError, or the signal's reason
 */
export async function loadOlderUntil(
  queryClient: QueryClient,
  sessionId: string,
  isEnough: (state: GalleryState) => boolean,
  signal: AbortSignal,
): Promise<GalleryState | null> {
  for (;;) {
    const state = queryClient.getQueryData<GalleryState>(["gallery", sessionId]) ?? null;
    if (!state || state.olderCursor === null || isEnough(state)) return state;
    const gallery = await getGallery(sessionId, state.olderCursor, signal);
    queryClient.setQueryData<GalleryState>(["gallery", sessionId], (known) =>
      known ? mergeGallery(known, gallery) : known,
    );
  }
}
