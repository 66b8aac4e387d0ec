import { type RowPlan, rowPlans } from "@/lib/client/layout/justified-rows";
import type { Image } from "@/lib/domain/generation/image";

/** Width over height of the shape that a tile reserves. */
export function ratioOf({ widthPx, heightPx }: Pick<Image, "widthPx" | "heightPx">): number {
  return widthPx / heightPx;
}

const plansByRatios = new Map<string, RowPlan[]>();
/** Sessions have few shapes; a session that has more only computes again. */
const KEPT_MAX = 500;

/** The row plans of pictures. Generations of the same shapes share theirs, so thousands cost little. */
export function rowPlansOf(images: readonly Image[]): RowPlan[] {
  const ratios = images.map(ratioOf);
  const key = ratios.join();
  const known = plansByRatios.get(key);
  if (known) return known;
  if (plansByRatios.size >= KEPT_MAX) plansByRatios.clear();
  const plans = rowPlans(ratios);
  plansByRatios.set(key, plans);
  return plans;
}
