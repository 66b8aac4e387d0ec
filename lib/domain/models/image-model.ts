import { OPTION_NAMES, type OptionName } from "@/lib/domain/models/options/option";
import type { SizeOption } from "@/lib/domain/models/options/option-schema";
import type { ImageModelRow } from "./image-model-schema";

/** A row of the table, with its id. */
export type ImageModel = ImageModelRow & { id: string };

/** The names of the options that a row has, in the form's order. */
export function optionNamesOf(model: ImageModel): OptionName[] {
  return OPTION_NAMES.filter((name) => model.options[name] !== undefined);
}

/** The size option of a row, or null where the model takes none. */
export function sizeOptionOf(model: ImageModel): SizeOption | null {
  const option = model.options.size;
  return option?.kind === "size" ? option : null;
}
