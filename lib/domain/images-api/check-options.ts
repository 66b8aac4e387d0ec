import type { ImageModel } from "@/lib/domain/models/image-model";
import { OPTIONS, type OptionName, type OptionValues } from "@/lib/domain/models/options/option";
import { optionNameSchema } from "@/lib/domain/models/options/option-schema";
import { optionsSchema } from "@/lib/domain/models/options/options-schema";
import { invalidRequest } from "./api-error";
import { optionOfWire } from "./model-parameters";
import type { WireParameters } from "./wire-parameters";

/**
 * The options of a request, checked against the model's row.
 * A stream without `partial_images` is one with 0 of them, so that the row's rules on streaming hold.
 * @throws ApiError 400 for the first that is wrong
 */
export function checkOptions(
  model: ImageModel,
  parameters: WireParameters,
  isStreamed: boolean,
): OptionValues {
  const given = new Map<string, unknown>(isStreamed ? [["partials", 0]] : []);
  for (const [wire, value] of parameters) {
    const name = optionOfWire(wire);
    if (name) given.set(name, value);
  }
  const parsed = optionsSchema(model).safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;

  const [issue] = parsed.error.issues;
  const name = optionNameSchema.parse(issue?.path[0]);
  const wire = parameters.has(OPTIONS[name].wire) ? OPTIONS[name].wire : "stream";
  const code = hasRightType(model, name, given.get(name)) ? "invalid_value" : "invalid_type";
  throw invalidRequest(code, wire, `Invalid value for '${wire}': ${issue?.message}`);
}

function hasRightType(model: ImageModel, name: OptionName, value: unknown): boolean {
  return model.options[name]?.kind === "range" ? Number.isInteger(value) : typeof value === "string";
}
