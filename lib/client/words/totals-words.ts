import type { Session } from "@/lib/domain/session/session";
import { countWords } from "@/lib/domain/text/count-words";
import { formatUsd } from "./format-usd";

/** "1 picture · $0.04", "No pictures yet". Money is left out where none was spent. */
export function totalsWords({ pictureCount, spentUsd }: Pick<Session, "pictureCount" | "spentUsd">): string {
  const pictures = pictureWords(pictureCount);
  return spentUsd > 0 ? `${pictures} · ${formatUsd(spentUsd)}` : pictures;
}

/** "1,200 pictures", "No pictures yet". */
export function pictureWords(count: number): string {
  if (count === 0) return "No pictures yet";
  return countWords(count, "picture");
}
