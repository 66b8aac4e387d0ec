import { RequestError, requestJson } from "@/lib/client/api/request-json";
import type { GalleryPage } from "@/lib/domain/gallery/events";
import { appendOlder } from "./append-older";
import type { KnownGallery } from "./gallery-cache";
import { type PlacedImage, placedImage } from "./gallery-lookup";

/**
 * A picture of a session, however old: what lies between what is known and the picture comes in one
 * request. Null where the session has no such picture, or is not loaded at all.
 * @throws RequestError, or the signal's reason
 */
export async function loadThrough(
  known: KnownGallery,
  imageId: string,
  signal: AbortSignal,
): Promise<PlacedImage | null> {
  for (;;) {
    const state = known.get();
    if (!state) return null;
    const placed = placedImage(state, imageId);
    if (placed || state.olderCursor === null) return placed;
    const before = state.olderCursor;
    const gallery = await getGalleryThrough(state.session.id, { before, imageId, signal });
    const now = known.get();
    if (!gallery || !now) return null;
    const appended = appendOlder(now, gallery, before);
    // Where what is known began anew meanwhile, it is asked for again from there.
    if (!appended) continue;
    known.set(appended);
    return placedImage(appended, imageId);
  }
}

type Through = { before: string; imageId: string; signal: AbortSignal };

async function getGalleryThrough(sessionId: string, { before, imageId, signal }: Through) {
  const query = new URLSearchParams({ before, through: imageId });
  return requestJson<GalleryPage>(`/api/sessions/${sessionId}/gallery?${query}`, { signal }).catch(
    (thrown: unknown) => {
      if (thrown instanceof RequestError && thrown.failure.code === "not_found") return null;
      throw thrown;
    },
  );
}
