import { useQueryClient } from "@tanstack/react-query";
import { showToast } from "@/components/ui/toast-store";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { deleteComment, resolveComment } from "@/lib/client/api/review-api";
import { tellReview } from "@/lib/client/review/review-query";
import type { ReviewComment } from "@/lib/domain/share/review";

/** What the designer does about comments. A refusal is said in a line. */
export function useCommentActions(sessionId: string) {
  const queryClient = useQueryClient();
  const show = (change: Promise<ReviewComment>) =>
    change.then((comment) => tellReview(queryClient, sessionId, { type: "comment-changed", comment }));
  const refuse = (thrown: unknown) => showToast(refusalWords(thrown));
  return {
    resolve: ({ id }: ReviewComment, isResolved: boolean) =>
      void show(resolveComment(id, isResolved)).catch(refuse),
    /** @param onGone gives the focus a place before the one it has is gone */
    remove: ({ id }: ReviewComment, onGone: () => void) =>
      void deleteComment(id)
        .then((comment) => {
          onGone();
          return show(Promise.resolve(comment));
        })
        .catch(refuse),
  };
}
