import type { ImageModel } from "@/lib/domain/models/image-model";
import { OPTION_NAMES, OPTIONS, type OptionName } from "@/lib/domain/models/options/option";

const OPTION_BY_WIRE = new Map<string, OptionName>(OPTION_NAMES.map((name) => [OPTIONS[name].wire, name]));

/** Parameters that are no options, by wire name, and which models take them. */
const PLAIN: Record<string, (model: ImageModel) => boolean> = {
  prompt: () => true,
  model: () => true,
  n: () => true,
  user: () => true,
  safety_identifier: () => true,
  response_format: (model) => model.takesResponseFormat,
  stream: canStream,
};

/** Whether pictures of this model can arrive as events: a row says so by its partial previews. */
export function canStream(model: ImageModel): boolean {
  return model.options.partials !== undefined;
}

/** The option that a wire name stands for; undefined for the plain parameters and unknown names. */
export function optionOfWire(wire: string): OptionName | undefined {
  return OPTION_BY_WIRE.get(wire);
}

/** Whether the model takes the parameter of this wire name. */
export function isTakenBy(model: ImageModel, wire: string): boolean {
  const option = OPTION_BY_WIRE.get(wire);
  if (option) return model.options[option] !== undefined;
  return Object.hasOwn(PLAIN, wire) && PLAIN[wire]?.(model) === true;
}
