import type { Spending } from "@/lib/domain/money/spending";

export type DaySpending = Spending["days"][number];

/**
 * One entry for each day of the month up to today, those without spending as zeros.
 * @param today a day in UTC, "2026-11-22"
 */
export function monthDays(days: readonly DaySpending[], today: string): DaySpending[] {
  const month = today.slice(0, 8);
  return Array.from({ length: Number(today.slice(8)) }, (_, index) => {
    const day = `${month}${String(index + 1).padStart(2, "0")}`;
    return days.find((known) => known.day === day) ?? { day, usd: 0, pictureCount: 0 };
  });
}
