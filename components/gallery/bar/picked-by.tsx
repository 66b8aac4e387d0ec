import { ThumbsUp } from "lucide-react";
import { changeFilter } from "@/lib/client/filter/gallery-filter";
import { useFilter } from "@/lib/client/filter/use-filter";
import { type Picker, pickersOf } from "@/lib/client/review/review-rows";
import { ANYONE } from "@/lib/client/review/review-state";
import { useReview } from "@/lib/client/review/use-review";
import { CHIP } from "./filter-chip";

const ALL = "all";

/** Shows what anyone picked, or one visitor; the choices are the system's own list, also on a phone. */
export function PickFilter({ sessionId }: { sessionId: string }) {
  const { pickedBy: by } = useFilter();
  const marks = useReview(sessionId, (review) => review.marks);
  const pickers = pickersOf(marks);
  if (pickers.length === 0 && by === null) return null;
  return (
    <div
      data-on={by !== null}
      className={`${CHIP} relative focus-within:outline-2 focus-within:outline-ink data-[on=true]:bg-pressed data-[on=true]:text-ink max-desk:w-icon max-desk:justify-center`}
    >
      <ThumbsUp aria-hidden size={13} />
      <span aria-hidden className="max-w-40 truncate max-desk:hidden">
        {labelOf(pickers, by)}
      </span>
      <select
        aria-label="Picked by"
        value={by ?? ALL}
        onChange={({ currentTarget: { value } }) => changeFilter({ pickedBy: value === ALL ? null : value })}
        className="absolute inset-0 cursor-pointer appearance-none opacity-0"
      >
        <option value={ALL}>All pictures</option>
        <option value={ANYONE}>Picked by anyone</option>
        {pickers.map(({ visitorId, name, count }) => (
          <option key={visitorId} value={visitorId}>{`Picked by ${name} (${count})`}</option>
        ))}
      </select>
    </div>
  );
}

function labelOf(pickers: readonly Picker[], by: string | null): string {
  if (by === null) return "Picked by";
  if (by === ANYONE) return "Picked by anyone";
  return `Picked by ${pickers.find(({ visitorId }) => visitorId === by)?.name ?? "nobody now"}`;
}
