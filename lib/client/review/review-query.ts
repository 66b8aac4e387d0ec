import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { requestJson } from "@/lib/client/api/request-json";
import type { SessionReview } from "@/lib/domain/share/review";
import type { ReviewEvent } from "./review-rows";
import { NO_REVIEW, type ReviewState } from "./review-state";

/** What visitors said about a session. Read when the event stream connects, kept fresh by it. */
export function reviewQuery(sessionId: string) {
  return queryOptions({
    queryKey: ["review", sessionId],
    queryFn: async ({ signal }): Promise<ReviewState> => {
      const review = await requestJson<SessionReview>(`/api/sessions/${sessionId}/review`, { signal });
      // Most sessions are shared with nobody, and need no more code than this.
      return review.shares.length === 0 ? NO_REVIEW : (await import("./review-rows")).reviewStateOf(review);
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: 2,
  });
}

/** Reads a review again. A reading under way is given up: it may have begun before the change. */
export function refreshReview(queryClient: QueryClient, sessionId: string): void {
  const { queryKey, ...rest } = reviewQuery(sessionId);
  void queryClient
    .cancelQueries({ queryKey })
    .then(() => queryClient.fetchQuery({ queryKey, ...rest, staleTime: 0 }))
    // Without it the studio shows what it knew; the next connection asks again.
    .catch(() => undefined);
}

/** Lays what a visitor or the designer just did over what is known. */
export async function tellReview(
  queryClient: QueryClient,
  sessionId: string,
  event: ReviewEvent,
): Promise<void> {
  const { queryKey } = reviewQuery(sessionId);
  const { applyReviewEvent } = await import("./review-rows");
  if (queryClient.isFetching({ queryKey }) > 0 || !queryClient.getQueryData(queryKey))
    refreshReview(queryClient, sessionId);
  else queryClient.setQueryData(queryKey, (state) => state && applyReviewEvent(state, event));
}
