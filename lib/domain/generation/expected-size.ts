import type { ImageModel } from "@/lib/domain/models/image-model";
import type { OptionValues } from "@/lib/domain/models/options/option";
import { effectiveValue } from "@/lib/domain/models/options/option-rules";
import { parseSize, type Size } from "@/lib/domain/models/options/size";
import { ratioOf } from "./request/wire-size";

/** Edge of a square of each tier. */
const TIER_EDGES_PX: Record<string, number> = { "1K": 1024, "2K": 2048, "4K": 4096 };

/** What a tile reserves before the first byte: the size or ratio asked for, or a square where the provider chooses. */
export function expectedSize(model: ImageModel, options: OptionValues): Size {
  const size = parseSize(String(effectiveValue(model, options, "size")));
  if (size) return size;
  const edgePx = TIER_EDGES_PX[String(effectiveValue(model, options, "resolution"))] ?? 1024;
  const ratio = ratioOf(String(effectiveValue(model, options, "aspectRatio"))) ?? 1;
  // As many pixels as the square has, in eights.
  const eights = (value: number) => Math.round(value / 8) * 8;
  return { widthPx: eights(edgePx * Math.sqrt(ratio)), heightPx: eights(edgePx / Math.sqrt(ratio)) };
}
