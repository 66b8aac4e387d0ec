import { useEffect, useRef, useState } from "react";
import type { GalleryState } from "@/lib/client/gallery/gallery-state";
import { announcementsOf } from "./announcements";

export type Announcement = { id: number; text: string };

const LINES_MAX = 10;
const NONE: readonly Announcement[] = [];

/** The lines of the gallery's live region: what ended, newest last. A line said before keeps its id, so it is not said again. */
export function useAnnouncements(state: GalleryState): readonly Announcement[] {
  const before = useRef(state);
  const nextId = useRef(1);
  const [lines, setLines] = useState(NONE);
  useEffect(() => {
    const added = announcementsOf(before.current, state).map((text) => ({ id: nextId.current++, text }));
    before.current = state;
    if (added.length > 0) setLines((known) => [...known, ...added].slice(-LINES_MAX));
  }, [state]);
  return lines;
}
