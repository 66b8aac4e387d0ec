import type { ImageModel } from "@/lib/domain/models/image-model";
import type { OptionRule } from "@/lib/domain/models/image-model-schema";
import { withInitialOptions } from "./initial-options";
import { OPTIONS, type OptionName, type OptionValue, type OptionValues } from "./option";
import { brokenRules, ruleReason } from "./option-rules";
import { optionWords } from "./option-words";

/** Options after a choice, and a line for the person on each value that had to give way. */
export type Chosen = { options: OptionValues; notes: string[] };

/**
 * Sets one option. The newest choice wins: where it breaks a rule, the other option gives way,
 * and a note says so ("Output format is now PNG: Background transparent needs …").
 */
export function chooseOption(
  model: ImageModel,
  options: OptionValues,
  name: OptionName,
  value: OptionValue,
): Chosen {
  const next: OptionValues = { ...options, [name]: value };
  const notes: string[] = [];
  // What gives way can break another rule in its turn, so this goes on until nothing is broken. Each
  // rule gives way once: rules of an owner's file may contradict each other.
  const settled = new Set<OptionRule>();
  for (;;) {
    const rule = brokenRules(model, next).find((broken) => !settled.has(broken));
    if (!rule) return { options: withInitialOptions(model, next), notes };
    settled.add(rule);
    notes.push(giveWay(next, rule, name));
  }
}

/** Mends one broken rule in place, and says how. */
function giveWay(options: OptionValues, rule: OptionRule, chosen: OptionName): string {
  if (rule.option === chosen) {
    const [first = ""] = rule.oneOf;
    options[rule.needs] = first;
    return `${OPTIONS[rule.needs].label} is now ${optionWords(first)}. ${ruleReason(rule)}`;
  }
  delete options[rule.option];
  return `${OPTIONS[rule.option].label} was reset. ${ruleReason(rule)}`;
}
