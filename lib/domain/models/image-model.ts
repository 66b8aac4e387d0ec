import { OPTION_NAMES, type OptionName } from "@/lib/domain/models/options/option";
import type { SizeOption } from "@/lib/domain/models/options/option-schema";
import type { ImageModelRow } from "./image-model-schema";

/** A row of the table, with its id in this studio, and who serves it there. */
export type ImageModel = ImageModelRow & {
  id: string;
  /** The id that the provider knows. */
  wireId: string;
  /** Null: whichever provider serves first. */
  providerId: string | null;
  /** For people; null where one provider serves all. */
  providerLabel: string | null;
};

/** A row as whichever provider serves first would serve it. */
export function modelOfRow(id: string, row: ImageModelRow): ImageModel {
  return { ...row, id, wireId: id, providerId: null, providerLabel: null };
}

/** The names of the options that a row has, in the form's order. */
export function optionNamesOf(model: ImageModel): OptionName[] {
  return OPTION_NAMES.filter((name) => model.options[name] !== undefined);
}

/** The size option of a row, or null where the model takes none. */
export function sizeOptionOf(model: ImageModel): SizeOption | null {
  const option = model.options.size;
  return option?.kind === "size" ? option : null;
}
