import type { ImageModel } from "@/lib/domain/models/image-model";
import type { OptionValues } from "@/lib/domain/models/options/option";
import { effectiveValue } from "@/lib/domain/models/options/option-rules";
import { parseSize, type Size } from "@/lib/domain/models/options/size";

/** What a tile reserves before the first byte: the size asked for, or a square where the provider chooses. */
export function expectedSize(model: ImageModel, options: OptionValues): Size {
  return parseSize(String(effectiveValue(model, options, "size"))) ?? { widthPx: 1024, heightPx: 1024 };
}
