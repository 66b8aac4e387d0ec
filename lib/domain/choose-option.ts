import type { ImageModel } from "./image-model";
import { withInitialOptions } from "./initial-options";
import { OPTIONS, type OptionName, type OptionValue, type OptionValues } from "./option";
import { brokenRules, ruleReason } from "./option-rules";

/** Options after a choice, and a line for the person on each value that had to give way. */
export type Chosen = { options: OptionValues; notes: string[] };

/**
 * Sets one option. The newest choice wins: where it breaks a rule, the other option gives way,
 * and a note says so ("Output format is now png: Background transparent needs …").
 */
export function chooseOption(
  model: ImageModel,
  options: OptionValues,
  name: OptionName,
  value: OptionValue,
): Chosen {
  const next: OptionValues = { ...options, [name]: value };
  const notes: string[] = [];
  for (const rule of brokenRules(model, next)) {
    if (rule.option === name) {
      const [first = ""] = rule.oneOf;
      next[rule.needs] = first;
      notes.push(`${OPTIONS[rule.needs].label} is now ${first}. ${ruleReason(rule)}`);
    } else {
      delete next[rule.option];
      notes.push(`${OPTIONS[rule.option].label} was reset. ${ruleReason(rule)}`);
    }
  }
  return { options: withInitialOptions(model, next), notes };
}
