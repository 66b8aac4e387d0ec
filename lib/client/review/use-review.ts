import { useQuery } from "@tanstack/react-query";
import { reviewQuery } from "./review-query";
import { NO_REVIEW, type ReviewState } from "./review-state";

/**
 * What `read` makes of a session's review; renders again only when that is another one. The event
 * stream has it read, so looking at it asks for nothing.
 */
export function useReview<T>(sessionId: string, read: (state: ReviewState) => T): T {
  const { data } = useQuery({ ...reviewQuery(sessionId), enabled: false, select: read });
  return data === undefined ? read(NO_REVIEW) : data;
}

/** Whether a session's review has been read: until then nothing is known of it, rather than that there is none. */
export function useIsReviewRead(sessionId: string): boolean {
  return useQuery({ ...reviewQuery(sessionId), enabled: false }).data !== undefined;
}
