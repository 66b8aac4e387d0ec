import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { pickedIds } from "@/lib/client/review/review-state";
import { useIsReviewRead, useReview } from "@/lib/client/review/use-review";
import { useStudio } from "@/lib/client/studio/studio-context";
import { type FilterChoice, filterOf, type GalleryFilter } from "./gallery-filter";

/** The choice in the address. */
export function useFilter(): FilterChoice {
  const params = useSearchParams();
  return useMemo(() => filterOf(params), [params]);
}

/** The filter of the open session. The same object until something about it changes. */
export function useGalleryFilter(): GalleryFilter {
  const { favouritesOnly, hideRejected, pickedBy } = useFilter();
  const marks = useReview(useStudio().gallery.session.id, (review) => review.marks);
  return useMemo(
    () => ({
      favouritesOnly,
      hideRejected,
      pickedIds: pickedBy === null ? null : pickedIds(marks, pickedBy),
    }),
    [favouritesOnly, hideRejected, pickedBy, marks],
  );
}

/** Whether nobody can tell yet which pictures are meant: those that were picked, and picks are still being read. */
export function useIsFilterPending(): boolean {
  const isReviewRead = useIsReviewRead(useStudio().gallery.session.id);
  return useFilter().pickedBy !== null && !isReviewRead;
}
