import { Check, ChevronLeft, ChevronRight, MessageSquare, X } from "lucide-react";
import { ActionLink } from "@/components/visitor/action-link";
import { KEYS, shownKey } from "@/lib/client/keys/keys";
import { pictureHref } from "@/lib/client/visitor/picture-href";
import type { Mark } from "@/lib/domain/share/review";
import type { SharedPicture } from "@/lib/domain/share/visitor-gallery";
import styles from "./light-table.module.css";
import { LightTableButton } from "./light-table-button";

type LightTableBarProps = {
  previous: SharedPicture | null;
  next: SharedPicture | null;
  before: string | null;
  open(id: string): void;
  canReview: boolean;
  canMark: boolean;
  mark: Mark | null;
  onMark(wanted: Mark): () => void;
  isCommenting: boolean;
  commentCount: number;
  onComment(): void;
};

/** Paging, and what the visitor thinks of the picture: under the thumbs on a phone. */
export function LightTableBar(props: LightTableBarProps) {
  const { previous, next, before, open, canReview, canMark, mark, onMark } = props;
  const { isCommenting, commentCount, onComment } = props;
  const hrefOf = (picture: SharedPicture | null) => picture && pictureHref(before, picture.id);
  return (
    <div
      className={`${styles.bar} flex min-h-14 items-center justify-center gap-1 px-1.5 pb-[env(safe-area-inset-bottom)] desk:gap-2`}
    >
      <ActionLink
        icon={ChevronLeft}
        label="Previous picture"
        keys={shownKey(KEYS.lightTable.previous)}
        href={hrefOf(previous)}
        onPress={() => previous && open(previous.id)}
        tooltipAlign="start"
      />
      {canReview && (
        <>
          <LightTableButton
            icon={X}
            label="Reject"
            words="Reject"
            keys={shownKey(KEYS.lightTable.reject)}
            disabled={!canMark}
            aria-pressed={mark === "reject"}
            onClick={onMark("reject")}
            className="disabled:opacity-40 aria-pressed:bg-ink aria-pressed:text-on-ink"
          />
          <LightTableButton
            icon={Check}
            label="Pick"
            words="Pick"
            keys={shownKey(KEYS.lightTable.pick)}
            disabled={!canMark}
            aria-pressed={mark === "pick"}
            onClick={onMark("pick")}
            className="disabled:opacity-40 aria-pressed:bg-ink aria-pressed:text-on-ink"
          />
          <LightTableButton
            icon={MessageSquare}
            label={commentCount === 0 ? "Comments" : `Comments, ${commentCount}`}
            words={commentCount === 0 ? "Comments" : String(commentCount)}
            keys={shownKey(KEYS.lightTable.comment)}
            aria-expanded={isCommenting}
            onClick={onComment}
          />
        </>
      )}
      <ActionLink
        icon={ChevronRight}
        label="Next picture"
        keys={shownKey(KEYS.lightTable.next)}
        href={hrefOf(next)}
        onPress={() => next && open(next.id)}
        tooltipAlign="end"
      />
    </div>
  );
}
