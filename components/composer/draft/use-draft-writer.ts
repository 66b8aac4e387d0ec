import { useCallback, useEffect, useRef, useState } from "react";
import { putDraft } from "@/lib/client/api/session-api";
import type { Draft } from "@/lib/domain/generation/draft";
import { type DraftKeeper, draftKeeper } from "./draft-keeper";
import { writeLocalDraft } from "./draft-storage";

const KEEP_AFTER_MS = 250;
const SEND_AFTER_MS = 1_000;

export type DraftWriter = Pick<DraftKeeper, "start"> & {
  /** Says that something may have changed. */
  changed(): void;
};

/**
 * Keeps the draft in the browser a quarter of a second after the last change and on the server a
 * second after it, and in both places at once when the page is left. `read` gives the draft as it
 * stands; null means there is nothing to keep yet.
 */
export function useDraftWriter(sessionId: string, read: () => Draft | null): DraftWriter {
  const [keeper] = useState(() =>
    draftKeeper({
      write: (draft) => writeLocalDraft(sessionId, draft),
      put: (draft) => putDraft(sessionId, draft),
      now: () => new Date(),
    }),
  );
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);
  const keep = useRef(() => {});
  useEffect(() => {
    keep.current = () => {
      const draft = read();
      if (draft) keeper.keep(draft);
    };
  });
  const stopTimers = useCallback(() => {
    for (const timer of timers.current.splice(0)) clearTimeout(timer);
  }, []);
  useEffect(() => {
    const leave = () => {
      stopTimers();
      keep.current();
      keeper.send();
    };
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", leave);
      leave();
    };
  }, [keeper, stopTimers]);
  const changed = useCallback(() => {
    stopTimers();
    timers.current = [
      setTimeout(() => keep.current(), KEEP_AFTER_MS),
      setTimeout(() => keeper.send(), SEND_AFTER_MS),
    ];
  }, [keeper, stopTimers]);
  return { start: keeper.start, changed };
}
