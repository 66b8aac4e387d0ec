import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { getGallery } from "@/lib/client/api/studio-api";
import { type GalleryState, mergeGallery } from "@/lib/client/gallery/gallery-state";

export type Older = { state: "idle" | "loading" | "failed"; load(): void };

/** Loads the next older page of a session into the cached gallery; one request at a time. */
export function useOlder({ session, olderCursor }: GalleryState): Older {
  const queryClient = useQueryClient();
  const [state, setState] = useState<Older["state"]>("idle");
  const isLoading = useRef(false);
  const sessionId = session.id;
  const load = useCallback(() => {
    if (isLoading.current || olderCursor === null) return;
    isLoading.current = true;
    setState("loading");
    getGallery(sessionId, olderCursor, AbortSignal.timeout(OLDER_TIMEOUT_MS))
      .then(
        (gallery) => {
          queryClient.setQueryData<GalleryState>(["gallery", sessionId], (known) =>
            known ? mergeGallery(known, gallery) : known,
          );
          setState("idle");
        },
        () => setState("failed"),
      )
      .finally(() => {
        isLoading.current = false;
      });
  }, [queryClient, sessionId, olderCursor]);
  return { state, load };
}

/** A page of rows from a local database takes milliseconds; this is for a studio that hangs. */
const OLDER_TIMEOUT_MS = 15_000;
