import { type RefObject, useEffect, useRef } from "react";
import type { GalleryEntry } from "@/components/gallery/gallery-entries";

/** Shows a new generation when it begins: it takes its place at the top, and the gallery goes there. */
export function useTopOnNew(rows: readonly GalleryEntry[], scrollerRef: RefObject<HTMLElement | null>): void {
  const newestId = rows[0]?.id ?? "";
  const knownId = useRef(newestId);
  useEffect(() => {
    const isNew = newestId > knownId.current;
    knownId.current = newestId;
    if (isNew) scrollerRef.current?.scrollTo({ top: 0 });
  }, [newestId, scrollerRef]);
}
