import type { SizeOption } from "./option-schema";
import { parseSize, sizeProblem } from "./size";

/** Why a size is not allowed by this option; null when it is. */
export function sizeValueProblem(value: string, option: SizeOption): string | null {
  if (option.presets.includes(value)) return null;
  const size = parseSize(value);
  if (option.custom && size) return sizeProblem(size, option.custom);
  const free = option.custom ? ", or width x height" : "";
  return `Size must be one of ${option.presets.join(", ")}${free}.`;
}
