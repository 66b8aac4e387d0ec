import { formatBytes } from "@/lib/domain/text/figures";

/**
 * How much of a file was sent: "42% of 1.2 GB". Never 100% before it is all there.
 * @param share 0 to 1
 */
export function sentWords(share: number, sizeBytes: number): string {
  return `${Math.floor(share * 100)}% of ${formatBytes(sizeBytes)}`;
}
