import { useQueryClient } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { isId } from "@/lib/domain/id";
import { findImage } from "./gallery-lookup";
import type { GalleryState } from "./gallery-state";
import { loadOlderUntil } from "./load-older";
import { useStudio } from "./studio-context";

/**
 * Opens the picture that the address names (`?image=<id>`), also one in an older stretch, and takes it
 * out of the address, so that a reload does not open it again.
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
    const holds = (state: GalleryState) => findImage(state, wanted) !== null;
    loadOlderUntil(queryClient, sessionId, holds, abort.signal)
      .then(
        (state) => {
          if (abort.signal.aborted) return;
          const placed = state && findImage(state, wanted);
          if (placed && placed.image.deletedAt === null) openImage(wanted);
          else onMissing();
        },
        () => !abort.signal.aborted && onMissing(),
      )
      .finally(() => {
        if (!abort.signal.aborted) window.history.replaceState(null, "", window.location.pathname);
      });
    return () => abort.abort();
  }, [wanted, queryClient, sessionId, openImage, onMissing]);
}
