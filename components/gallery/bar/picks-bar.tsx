import { Repeat2, Share2, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { showToast } from "@/components/ui/toast-store";
import { changeFilter } from "@/lib/client/filter/gallery-filter";
import { useFilter, useIsFilterPending } from "@/lib/client/filter/use-filter";
import { picksInOrder } from "@/lib/client/review/review-rows";
import { ANYONE } from "@/lib/client/review/review-state";
import { usePickRound } from "@/lib/client/review/use-pick-round";
import { useReview } from "@/lib/client/review/use-review";
import { sharePictures } from "@/lib/client/studio/share-target";
import { countWords } from "@/lib/domain/text/count-words";

/** What can be done with the pictures that visitors picked, while they are shown. */
export function PicksBar({ sessionId }: { sessionId: string }) {
  const by = useFilter().pickedBy ?? ANYONE;
  const isPending = useIsFilterPending();
  const marks = useReview(sessionId, (review) => review.marks);
  const imageIds = picksInOrder(marks, by);
  const { start } = usePickRound(showToast);
  const isNone = imageIds.length === 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields belong together here.
    <div
      role="group"
      aria-label="Picks"
      className="flex h-11 shrink-0 items-center gap-1 border-line border-b bg-panel px-4 max-desk:px-2 desk:h-10"
    >
      <p role="status" className="mr-auto truncate pl-1 text-ink-muted">
        {isPending ? "Reading picks" : `${countWords(imageIds.length, "picture")} picked`}
      </p>
      <Button size="sm" icon={Repeat2} disabled={isNone} onClick={() => start(imageIds)}>
        Iterate from picks
      </Button>
      <IconButton
        icon={Share2}
        label="Share picks"
        tooltipSide="bottom"
        tooltipAlign="end"
        disabled={isNone}
        onClick={() => sharePictures(imageIds)}
      />
      <IconButton
        icon={X}
        label="Show all pictures"
        tooltipSide="bottom"
        tooltipAlign="end"
        onClick={() => changeFilter({ pickedBy: null })}
      />
    </div>
  );
}
