import { OPTION_NAMES, OPTIONS } from "@/lib/domain/models/options/option";
import { optionWords } from "@/lib/domain/models/options/option-words";
import type { Generation } from "./generation";

/** One setting that differs between two generations, in words. */
export type SettingChange = { label: string; before: string; after: string };

/**
 * What a person set otherwise than in the generation before, prompts aside. How many previews they
 * watched says nothing about the picture.
 * @param modelLabel the name of a model as people know it
 */
export function settingChanges(
  before: Generation,
  after: Generation,
  modelLabel: (modelId: string) => string,
): SettingChange[] {
  const options = OPTION_NAMES.filter((name) => name !== "partials").map((name) => ({
    label: OPTIONS[name].label,
    before: optionWords(before.options[name] ?? "default"),
    after: optionWords(after.options[name] ?? "default"),
  }));
  const model = { label: "Model", before: modelLabel(before.modelId), after: modelLabel(after.modelId) };
  return [model, ...options].filter((change) => change.before !== change.after);
}
