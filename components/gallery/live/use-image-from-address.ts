import { useQueryClient } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { cachedGallery } from "@/lib/client/gallery/gallery-cache";
import { useStudio } from "@/lib/client/studio/studio-context";
import { isId } from "@/lib/domain/text/id";

/**
 * Opens the picture that the address names (`?image=<id>`), however old it is, and takes it out of
 * the address, so that a reload does not open it again.
 * @param onMissing it is not in this session any more, or could not be loaded
 */
export function useImageFromAddress(onMissing: () => void): void {
  const { gallery, openImage } = useStudio();
  const queryClient = useQueryClient();
  const wanted = useSearchParams().get("image");
  const sessionId = gallery.session.id;
  useEffect(() => {
    if (wanted === null || !isId(wanted)) return;
    const abort = new AbortController();
    const { signal } = abort;
    import("@/lib/client/gallery/load-through")
      .then(({ loadThrough }) => loadThrough(cachedGallery(queryClient, sessionId), wanted, signal))
      .then((placed) => {
        if (signal.aborted) return;
        if (placed?.image.deletedAt === null) openImage(wanted);
        else onMissing();
      })
      .catch(() => !signal.aborted && onMissing())
      .finally(() => {
        if (!signal.aborted) window.history.replaceState(null, "", withoutImage());
      });
    return () => abort.abort();
  }, [wanted, queryClient, sessionId, openImage, onMissing]);
}

function withoutImage(): URL {
  const url = new URL(window.location.href);
  url.searchParams.delete("image");
  return url;
}
