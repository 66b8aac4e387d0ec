import { LIMIT_USD_MAX } from "@/lib/domain/limits";

/** The limit in a field: dollars, or null for an empty one; a sentence where it is no amount. */
export function parseLimit(text: string): { limitUsd: number | null } | { problem: string } {
  const trimmed = text.trim();
  if (trimmed === "") return { limitUsd: null };
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(trimmed) || Number(trimmed) > LIMIT_USD_MAX)
    return { problem: "Write an amount in dollars, such as 20 or 12.50." };
  return { limitUsd: Number(trimmed) };
}
