import { formatUsd } from "@/lib/client/words/format-usd";
import { countWords } from "@/lib/domain/text/count-words";
import type { DaySpending } from "./month-days";

/** A day on which something was spent shows, however little it was. */
const BAR_SHARE_MIN = 0.03;

/** A bar for each day; its figures on hover, and in text for who cannot see it. */
export function DayBars({ days }: { days: readonly DaySpending[] }) {
  const highest = Math.max(...days.map(({ usd }) => usd));
  if (highest <= 0)
    return (
      <p className="grid h-24 place-content-center border-line border-b text-ink-faint">
        Nothing was spent this month.
      </p>
    );
  return (
    <ol aria-label="Spent by day" className="flex h-24 items-end gap-px border-line border-b">
      {days.map((day) => (
        <li
          key={day.day}
          data-tooltip={wordsOf(day)}
          data-tooltip-align={
            Number(day.day.slice(8)) < 8 ? "start" : Number(day.day.slice(8)) > 24 ? "end" : "center"
          }
          className="group/day flex h-full min-w-0 max-w-6 flex-1 items-end"
        >
          <span className="sr-only">{wordsOf(day)}</span>
          <span
            aria-hidden
            style={{ height: `${shareOf(day.usd, highest) * 100}%` }}
            className="w-full rounded-t-xs bg-line-heavy transition-colors group-hover/day:bg-ink"
          />
        </li>
      ))}
    </ol>
  );
}

function shareOf(usd: number, highest: number): number {
  return usd === 0 ? 0 : Math.max(BAR_SHARE_MIN, usd / highest);
}

/** "3 Nov: $0.12, 4 pictures" */
function wordsOf({ day, usd, pictureCount }: DaySpending): string {
  const date = new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  return `${date}: ${formatUsd(usd)}, ${countWords(pictureCount, "picture")}`;
}
