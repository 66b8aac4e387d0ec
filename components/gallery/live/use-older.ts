import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { getGallery } from "@/lib/client/api/studio-api";
import { appendOlder } from "@/lib/client/gallery/append-older";
import { cachedGallery } from "@/lib/client/gallery/gallery-cache";
import type { GalleryState } from "@/lib/client/gallery/gallery-state";

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
          const known = cachedGallery(queryClient, sessionId);
          const state = known.get();
          const appended = state && appendOlder(state, gallery, olderCursor);
          // Where what is known began anew meanwhile, its new end asks again.
          if (appended) known.set(appended);
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
