import { type ImageModel, optionNamesOf } from "@/lib/domain/models/image-model";
import type { OptionValues } from "./option";
import { brokenRules } from "./option-rules";

/** Adds what the form starts with (live previews, say) wherever nothing is chosen and the option is free. */
export function withInitialOptions(model: ImageModel, options: OptionValues): OptionValues {
  const result = { ...options };
  for (const name of optionNamesOf(model)) {
    const initial = model.initial[name];
    if (initial === undefined || result[name] !== undefined) continue;
    const isFree = brokenRules(model, { ...result, [name]: initial }).length === 0;
    if (isFree) result[name] = initial;
  }
  return result;
}
