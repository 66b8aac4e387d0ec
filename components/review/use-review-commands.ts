import { showToast } from "@/components/ui/toast-store";
import { useCommand } from "@/lib/client/commands/command-registry";
import { changeFilter } from "@/lib/client/filter/gallery-filter";
import { useFilter } from "@/lib/client/filter/use-filter";
import { picksInOrder } from "@/lib/client/review/review-rows";
import { ANYONE } from "@/lib/client/review/review-state";
import { usePickRound } from "@/lib/client/review/use-pick-round";
import { useReview } from "@/lib/client/review/use-review";

/** What can be done with what visitors picked, from wherever the focus is. */
export function useReviewCommands(sessionId: string): void {
  const { pickedBy: by } = useFilter();
  const marks = useReview(sessionId, (review) => review.marks);
  const round = usePickRound(showToast);
  const isAnyPicked = () => picksInOrder(marks).length > 0;
  useCommand({
    id: "review-picked",
    group: "View",
    words: "review clients visitors choice",
    label: by === null ? "Show pictures that visitors picked" : "Show all pictures, picked or not",
    isEnabled: () => by !== null || isAnyPicked(),
    run: () => changeFilter({ pickedBy: by === null ? ANYONE : null }),
  });
  useCommand({
    id: "review-iterate",
    group: "Create",
    label: "Iterate from picks",
    words: "next round review visitors choice",
    isEnabled: isAnyPicked,
    run: () => round.start(picksInOrder(marks, by ?? ANYONE)),
  });
}
