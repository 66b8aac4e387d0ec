import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { seedOf } from "@/lib/client/commands/run-image-command";
import { cachedGallery } from "@/lib/client/gallery/gallery-cache";
import { loadThrough } from "@/lib/client/gallery/load-through";
import { FROM_WIDE } from "@/lib/client/layout/breakpoints";
import { useStudio } from "@/lib/client/studio/studio-context";
import { endRound, getRound, leaveOut, startRound } from "./pick-round";

export type PickRound = {
  /** Begins with the first of these pictures. */
  start(imageIds: readonly string[]): void;
  /** Puts the recipe of one of the round's pictures into the composer. */
  goTo(imageId: string): void;
};

/** Goes from pick to pick: each puts its recipe into the composer, with the picture as its parent. */
export function usePickRound(say: (words: string) => void): PickRound {
  const { gallery, iterate, openImage } = useStudio();
  const queryClient = useQueryClient();
  const under = useRef<AbortController | null>(null);
  const sessionId = gallery.session.id;
  useEffect(() => () => under.current?.abort(), []);

  const goTo = async (imageId: string): Promise<void> => {
    under.current?.abort();
    const abort = new AbortController();
    under.current = abort;
    const { signal } = abort;
    try {
      const placed = await loadThrough(cachedGallery(queryClient, sessionId), imageId, signal);
      if (signal.aborted) return;
      if (placed?.image.deletedAt === null) return iterate(seedOf(placed));
      const round = getRound();
      const next = round[round.indexOf(imageId) + 1] ?? round[round.indexOf(imageId) - 1];
      leaveOut(imageId);
      say("A picked picture was deleted, and is left out.");
      if (next !== undefined) await goTo(next);
    } catch (thrown) {
      if (!signal.aborted) say(refusalWords(thrown));
    }
  };
  return {
    start(imageIds) {
      const [first] = imageIds;
      if (first === undefined) return endRound();
      startRound(imageIds);
      // Where the inspector covers the composer.
      if (!window.matchMedia(FROM_WIDE).matches) openImage(null);
      void goTo(first);
    },
    goTo: (imageId) => void goTo(imageId),
  };
}
