import { useMemo } from "react";
import { type GalleryFilter, useOwnFilter } from "./gallery-filter";
import { usePickedBy } from "./pick-filter";
import { pickedIds } from "./review-marks";
import { useStudio } from "./studio-context";
import { useReview } from "./use-review";

/** Which pictures of the open session are shown. The same object until something about it changes. */
export function useGalleryFilter(): GalleryFilter {
  const sessionId = useStudio().gallery.session.id;
  const own = useOwnFilter();
  const by = usePickedBy(sessionId);
  const marks = useReview(sessionId, (review) => review.marks);
  return useMemo(() => ({ ...own, pickedIds: by === null ? null : pickedIds(marks, by) }), [own, by, marks]);
}
