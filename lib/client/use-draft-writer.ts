import { useCallback, useEffect, useRef } from "react";
import type { Draft } from "@/lib/domain/draft";
import { writeDraft } from "./draft-storage";

const DEBOUNCE_MS = 250;

/**
 * Returns a function that keeps the draft a quarter of a second after the last call, and at once
 * when the page is left. `read` gives the draft as it stands; null means there is nothing to keep yet.
 */
export function useDraftWriter(sessionId: string, read: () => Draft | null): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = useRef(() => {});
  useEffect(() => {
    flush.current = () => {
      clearTimeout(timer.current);
      const draft = read();
      if (draft) writeDraft(sessionId, draft);
    };
  });
  useEffect(() => {
    const leave = () => flush.current();
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", leave);
      leave();
    };
  }, []);
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => flush.current(), DEBOUNCE_MS);
  }, []);
}
