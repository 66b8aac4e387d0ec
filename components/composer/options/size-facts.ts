import type { Size } from "@/lib/domain/models/options/size";

/** Above this, a ratio of whole numbers says less than a decimal one. */
const RATIO_TERM_MAX = 32;

/** "3:2, 1.6 MP": the ratio in lowest terms, and the area in millions of pixels. */
export function sizeFacts({ widthPx, heightPx }: Size): string {
  const megapixels = (widthPx * heightPx) / 1e6;
  return `${ratioOf(widthPx, heightPx)}, ${megapixels < 1 ? megapixels.toFixed(2) : megapixels.toFixed(1)} MP`;
}

function ratioOf(widthPx: number, heightPx: number): string {
  const divisor = greatestDivisor(widthPx, heightPx);
  const [a, b] = [widthPx / divisor, heightPx / divisor];
  if (Math.max(a, b) <= RATIO_TERM_MAX) return `${a}:${b}`;
  return a > b ? `${(a / b).toFixed(2)}:1` : `1:${(b / a).toFixed(2)}`;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
