import * as z from "zod/mini";
import { type ImageModel, optionNamesOf } from "@/lib/domain/models/image-model";
import { OPTIONS, type OptionName, type OptionValues } from "./option";
import { brokenRules, ruleReason } from "./option-rules";
import { type Option, optionNameSchema } from "./option-schema";
import { sizeValueProblem } from "./size-value";

/** The schema of one option's value, by its kind. */
function valueSchema(name: OptionName, option: Option): z.ZodMiniType<string | number> {
  const { label } = OPTIONS[name];
  switch (option.kind) {
    case "choice":
      return z.string(`${label} must be a text.`).check(
        z.refine((value) => option.values.includes(value), {
          error: `${label} must be one of ${option.values.join(", ")}.`,
        }),
      );
    case "range": {
      const error = `${label} must be a whole number from ${option.min} to ${option.max}.`;
      return z.int(error).check(z.gte(option.min, error), z.lte(option.max, error));
    }
    case "size":
      return z.string(`${label} must be a text.`).check(({ value, issues }) => {
        const message = sizeValueProblem(value, option);
        if (message) issues.push({ code: "custom", input: value, message });
      });
  }
}

/**
 * The schema of a model's options: its own and no others, each in its range, and the rules between
 * them. Every issue carries the option's name as its path.
 */
export function optionsSchema(model: ImageModel): z.ZodMiniType<OptionValues, OptionValues> {
  const read = z.transform((given: OptionValues, { issues }): OptionValues => {
    const input: unknown = given;
    const refuse: Refuse = (name, message) =>
      issues.push({ code: "custom", input, message, ...(name !== null && { path: [name] }) });
    if (!isPlainObject(input)) {
      refuse(null, "Options must be an object.");
      return z.NEVER;
    }
    const values = input;
    refuseForeignOptions(model, values, refuse);
    const options: OptionValues = {};
    for (const name of optionNamesOf(model)) {
      const option = model.options[name];
      if (!option || values[name] === undefined) continue;
      const parsed = valueSchema(name, option).safeParse(values[name]);
      if (parsed.success) options[name] = parsed.data;
      for (const { message } of parsed.error?.issues ?? []) refuse(name, message);
    }
    for (const rule of brokenRules(model, options)) refuse(rule.option, ruleReason(rule));
    return options;
  });
  // Whatever comes in: its type is what a form is to give.
  return z.pipe(z.custom<OptionValues>(), read);
}

/** Not `z.record`, which drops a key named "__proto__" without a word: what is not taken is named. */
function isPlainObject(input: unknown): input is Record<string, unknown> {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

/** Names what is wrong: an option, or null for all of them together. */
type Refuse = (name: string | null, message: string) => void;

function refuseForeignOptions(model: ImageModel, values: object, refuse: Refuse): void {
  const known = new Set<string>(optionNamesOf(model));
  for (const name of Object.keys(values)) {
    if (known.has(name)) continue;
    const option = optionNameSchema.safeParse(name);
    const label = option.success ? OPTIONS[option.data].label.toLowerCase() : `"${name.slice(0, 40)}"`;
    refuse(name, `${model.label} does not take ${label}.`);
  }
}
