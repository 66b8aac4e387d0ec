import type { ImageModel } from "@/lib/domain/models/image-model";
import type { OptionRule } from "@/lib/domain/models/image-model-schema";
import { OPTIONS, type OptionName, type OptionValue, type OptionValues } from "./option";
import { optionWords } from "./option-words";

/** The value that counts: the chosen one, or the provider's default. */
export function effectiveValue(
  model: ImageModel,
  options: OptionValues,
  name: OptionName,
): OptionValue | undefined {
  return options[name] ?? model.options[name]?.default;
}

/** The rules of a row that these options break. */
export function brokenRules(model: ImageModel, options: OptionValues): OptionRule[] {
  return model.rules.filter((rule) => isTriggered(rule, options) && !isSatisfied(model, rule, options));
}

/** Whether the option's needs are met, so that it may be used at all. */
export function isSatisfied(model: ImageModel, rule: OptionRule, options: OptionValues): boolean {
  return rule.oneOf.includes(String(effectiveValue(model, options, rule.needs)));
}

function isTriggered(rule: OptionRule, options: OptionValues): boolean {
  const value = options[rule.option];
  return value !== undefined && (rule.values === null || rule.values.includes(String(value)));
}

/** "Compression needs output format JPEG or WebP." */
export function ruleReason(rule: OptionRule): string {
  const subject = [OPTIONS[rule.option].label, rule.values?.map(optionWords).join(" or ")]
    .filter(Boolean)
    .join(" ");
  return `${subject} needs ${OPTIONS[rule.needs].label.toLowerCase()} ${orList(rule.oneOf.map(optionWords))}.`;
}

function orList(values: readonly string[]): string {
  if (values.length < 2) return values.join();
  return `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}
