import { z } from "zod";
import { type ImageModel, optionNamesOf } from "./image-model";
import {
  OPTIONS,
  type Option,
  type OptionName,
  type OptionValues,
  optionNameSchema,
  type SizeOption,
} from "./option";
import { brokenRules, ruleReason } from "./option-rules";
import { parseSize, sizeProblem } from "./size";

/** The schema of one option's value, by its kind. */
function valueSchema(name: OptionName, option: Option): z.ZodType<string | number> {
  const { label } = OPTIONS[name];
  switch (option.kind) {
    case "choice":
      return z.string(`${label} must be a text.`).refine((value) => option.values.includes(value), {
        error: `${label} must be one of ${option.values.join(", ")}.`,
      });
    case "range": {
      const error = `${label} must be a whole number from ${option.min} to ${option.max}.`;
      return z.int(error).min(option.min, error).max(option.max, error);
    }
    case "size":
      return z.string(`${label} must be a text.`).superRefine((value, context) => {
        const message = sizeValueProblem(value, option);
        if (message) context.addIssue({ code: "custom", message });
      });
  }
}

/** Why a size is not allowed by this option; null when it is. */
export function sizeValueProblem(value: string, option: SizeOption): string | null {
  if (option.presets.includes(value)) return null;
  const size = parseSize(value);
  if (option.custom && size) return sizeProblem(size, option.custom);
  const free = option.custom ? ", or width x height" : "";
  return `Size must be one of ${option.presets.join(", ")}${free}.`;
}

/**
 * The schema of a model's options: its own and no others, each in its range, and the rules between
 * them. Every issue carries the option's name as its path.
 */
export function optionsSchema(model: ImageModel): z.ZodType<OptionValues, unknown> {
  return z.unknown().transform((input, context): OptionValues => {
    if (!isPlainObject(input)) {
      context.addIssue({ code: "custom", message: "Options must be an object." });
      return z.NEVER;
    }
    const values = input;
    refuseForeignOptions(model, values, context);
    const options: OptionValues = {};
    for (const name of optionNamesOf(model)) {
      const option = model.options[name];
      if (!option || values[name] === undefined) continue;
      const parsed = valueSchema(name, option).safeParse(values[name]);
      if (parsed.success) options[name] = parsed.data;
      for (const { message } of parsed.error?.issues ?? []) refuse(context, name, message);
    }
    for (const rule of brokenRules(model, options)) refuse(context, rule.option, ruleReason(rule));
    return options;
  });
}

/** Not `z.record`, which drops a key named "__proto__" without a word: what is not taken is named. */
function isPlainObject(input: unknown): input is Record<string, unknown> {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

function refuse(context: z.RefinementCtx, name: string, message: string): void {
  context.addIssue({ code: "custom", path: [name], message });
}

function refuseForeignOptions(model: ImageModel, values: object, context: z.RefinementCtx): void {
  const known = new Set<string>(optionNamesOf(model));
  for (const name of Object.keys(values)) {
    if (known.has(name)) continue;
    const option = optionNameSchema.safeParse(name);
    const label = option.success ? OPTIONS[option.data].label.toLowerCase() : `"${name.slice(0, 40)}"`;
    refuse(context, name, `${model.label} does not take ${label}.`);
  }
}
