import { type ImageModel, optionNamesOf } from "@/lib/domain/models/image-model";
import { OPTIONS, type OptionName, type OptionValue, type OptionValues } from "./option";
import { effectiveValue, isSatisfied, ruleReason } from "./option-rules";
import type { ChoiceOption, RangeOption, SizeOption } from "./option-schema";

/** What the form shows for one option. `disabledReason` is null while the control may be used. */
export type Control = {
  name: OptionName;
  label: string;
  value: OptionValue;
  disabledReason: string | null;
} & (ChoiceOption | RangeOption | SizeOption);

/** The controls of a model, in the form's order, for the options chosen so far. */
export function controlsOf(model: ImageModel, options: OptionValues): Control[] {
  return optionNamesOf(model).flatMap((name) => {
    const option = model.options[name];
    const value = effectiveValue(model, options, name);
    if (!option || value === undefined) return [];
    const disabledReason = disabledReasonOf(model, options, name);
    return [{ ...option, name, label: OPTIONS[name].label, value, disabledReason }];
  });
}

/** Why an option cannot be used with the other choices; null when it can. */
export function disabledReasonOf(model: ImageModel, options: OptionValues, name: OptionName): string | null {
  const rule = model.rules.find(
    (rule) => rule.option === name && rule.values === null && !isSatisfied(model, rule, options),
  );
  return rule ? ruleReason(rule) : null;
}
