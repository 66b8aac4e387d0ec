import {
  chosenEntries,
  type OptionName,
  type OptionValue,
  type OptionValues,
} from "@/lib/domain/models/options/option";
import { brokenRules } from "@/lib/domain/models/options/option-rules";
import type { Option } from "@/lib/domain/models/options/option-schema";
import type { ImageModel } from "./image-model";
import { optionNamesOf } from "./image-model";
import { modelTable } from "./model-table";

/** For tests: every row of the table. */
export const everyModel: readonly ImageModel[] = [...modelTable().values()];

/** For tests: a row by the name that people know it by. */
export function modelLabelled(label: string): ImageModel {
  const model = everyModel.find((row) => row.label === label);
  if (!model) throw new Error(`No row is labelled ${label}.`);
  return model;
}

/** For tests: what a person can choose for an option, its ends included. */
export function valuesOf(option: Option): OptionValue[] {
  switch (option.kind) {
    case "choice":
      return [...option.values];
    case "range":
      return [...new Set([option.min, Math.floor((option.min + option.max) / 2), option.max])];
    case "size":
      return option.custom ? [...option.presets, "1360x1024", "816x816", "1024x3072"] : [...option.presets];
  }
}

/** For tests: every option of a row with each of its values. */
export function everyChoiceOf(model: ImageModel): [OptionName, OptionValue][] {
  return optionNamesOf(model).flatMap((name) => {
    const option = model.options[name];
    return option ? valuesOf(option).map((value): [OptionName, OptionValue] => [name, value]) : [];
  });
}

/** For tests: every single choice and every pair of choices that a row allows. */
export function everyAllowedPairOf(model: ImageModel): OptionValues[] {
  const choices = everyChoiceOf(model);
  const pairs = choices.flatMap(([name, value], place) =>
    choices.slice(place).map(([other, otherValue]): OptionValues => ({ [name]: value, [other]: otherValue })),
  );
  return pairs.filter((options) => brokenRules(model, options).length === 0);
}

/** For tests: options as a line of a failure message. */
export function describeOptions(options: OptionValues): string {
  return chosenEntries(options)
    .map((entry) => entry.join("="))
    .join(" ");
}
