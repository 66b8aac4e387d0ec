import { MessageSquare, ThumbsUp } from "lucide-react";
import { openCount } from "@/components/gallery/tile/open-comments";
import { picksOf } from "@/lib/client/review/review-state";
import { listWords, namesOf } from "@/lib/client/review/review-words";
import type { ReviewComment, ReviewMark } from "@/lib/domain/share/review";
import { countWords } from "@/lib/domain/text/count-words";

const LABEL = "flex h-5 items-center gap-2 rounded-xs bg-veil px-1.5 font-medium text-caption text-on-veil";

type TileReviewProps = {
  marks: readonly ReviewMark[] | undefined;
  comments: readonly ReviewComment[] | undefined;
  /** Whether the foot of the picture holds words already. */
  isRaised: boolean;
};

/** How many visitors picked the picture and how many comments are open, on top of it; by name for those who listen. */
export function TileReview({ marks, comments, isRaised }: TileReviewProps) {
  const picks = picksOf(marks);
  const open = openCount(comments);
  if (picks.length === 0 && open === 0) return null;
  return (
    <p className={`pointer-events-none absolute left-1.5 ${LABEL} ${isRaised ? "bottom-8" : "bottom-1.5"}`}>
      {picks.length > 0 && (
        <span className="flex items-center gap-1">
          <ThumbsUp aria-hidden size={12} />
          <span aria-hidden>{picks.length}</span>
          <span className="sr-only">Picked by {listWords(namesOf(picks))}</span>
        </span>
      )}
      {open > 0 && (
        <span className="flex items-center gap-1">
          <MessageSquare aria-hidden size={12} />
          <span aria-hidden>{open}</span>
          <span className="sr-only">{countWords(open, "open comment")}</span>
        </span>
      )}
    </p>
  );
}
