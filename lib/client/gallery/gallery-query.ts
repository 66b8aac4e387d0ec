import { queryOptions } from "@tanstack/react-query";
import { getGallery } from "@/lib/client/api/studio-api";
import type { GalleryPage } from "@/lib/domain/gallery/events";
import { galleryStateOf } from "./gallery-state";

/** A session's gallery in the cache. The event stream keeps it fresh, so it never goes stale by itself. */
export function galleryQuery(initial: GalleryPage) {
  const sessionId = initial.session.id;
  return queryOptions({
    queryKey: ["gallery", sessionId],
    queryFn: async ({ signal }) => galleryStateOf(await getGallery(sessionId, null, signal)),
    initialData: () => galleryStateOf(initial),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}
