import type { ImageModel } from "@/lib/domain/models/image-model";
import { OPTION_NAMES } from "@/lib/domain/models/options/option";

const OPTION_PATHS = OPTION_NAMES.map((name) => ({ name, path: `options.${name}` as const }));

/** The form's own path of a field that a server answer names; null where this model's form has no such control. */
export function formPathOf(field: string, model: ImageModel) {
  if (field === "prompt" || field === "imageCount") return field;
  const option = OPTION_PATHS.find(({ path }) => path === field);
  return option && model.options[option.name] ? option.path : null;
}
