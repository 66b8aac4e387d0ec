import type { ImageModel } from "@/lib/domain/models/image-model";
import type { OptionValues } from "@/lib/domain/models/options/option";

/** One request to come: which images of the generation it covers, 0-based. */
export type PlannedCall = { firstIndex: number; imageCount: number };

/** Whether pictures develop live: a stream is asked for by asking for partial previews, 0 included. */
export function isStreamed(options: OptionValues): boolean {
  return options.partials !== undefined;
}

/**
 * How many calls a generation takes. A stream carries no image index, so a streamed picture is a
 * call of its own; otherwise as many images a call as the model gives.
 */
export function planCalls(model: ImageModel, options: OptionValues, imageCount: number): PlannedCall[] {
  const isSingle = isStreamed(options) || model.singleFormats.includes(String(options.outputFormat));
  const perCall = isSingle ? 1 : model.imagesPerCallMax;
  const calls: PlannedCall[] = [];
  for (let firstIndex = 0; firstIndex < imageCount; firstIndex += perCall) {
    calls.push({ firstIndex, imageCount: Math.min(perCall, imageCount - firstIndex) });
  }
  return calls;
}
