import { useEffect, useRef, useState } from "react";
import { announcementsOf } from "./announcements";
import type { GalleryState } from "./gallery-state";

/** The text of the gallery's live region: what ended since the state before. Empty until something does. */
export function useAnnouncements(state: GalleryState): string {
  const before = useRef(state);
  const [text, setText] = useState("");
  useEffect(() => {
    const lines = announcementsOf(before.current, state);
    before.current = state;
    if (lines.length > 0) setText(lines.join(". "));
  }, [state]);
  return text;
}
