import { useMemo } from "react";
import { pickedIds } from "@/lib/client/review/review-state";
import { useReview } from "@/lib/client/review/use-review";
import { useStudio } from "@/lib/client/studio/studio-context";
import { type GalleryFilter, useOwnFilter } from "./gallery-filter";
import { usePickedBy } from "./picked-by-filter";

/** Which pictures of the open session are shown. The same object until something about it changes. */
export function useGalleryFilter(): GalleryFilter {
  const sessionId = useStudio().gallery.session.id;
  const own = useOwnFilter();
  const by = usePickedBy(sessionId);
  const marks = useReview(sessionId, (review) => review.marks);
  return useMemo(() => ({ ...own, pickedIds: by === null ? null : pickedIds(marks, by) }), [own, by, marks]);
}
