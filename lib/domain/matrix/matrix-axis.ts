import * as z from "zod/mini";
import { MATRIX_CELLS_MAX, MODEL_ID_CHARS_MAX, OPTION_VALUE_CHARS_MAX } from "@/lib/domain/limits";
import { OPTIONS, type OptionName, type OptionValue } from "@/lib/domain/models/options/option";
import { optionNameSchema } from "@/lib/domain/models/options/option-schema";
import { settingWords } from "@/lib/domain/models/options/option-words";
import type { PromptGroup, PromptMatrix } from "./prompt-matrix";

/** One value makes at least one cell. */
const VALUES_MAX = MATRIX_CELLS_MAX;
const optionValueSchema = z.union([z.string().check(z.maxLength(OPTION_VALUE_CHARS_MAX)), z.number()]);

/** An axis that a person adds to those of the prompt: several models, or several values of an option. */
export const axisInputSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("model"),
    values: z
      .array(z.string().check(z.minLength(1), z.maxLength(MODEL_ID_CHARS_MAX)))
      .check(z.minLength(1, "Choose a model."), z.maxLength(VALUES_MAX)),
  }),
  z.strictObject({
    kind: z.literal("option"),
    name: optionNameSchema,
    values: z.array(optionValueSchema).check(z.minLength(1, "Choose a value."), z.maxLength(VALUES_MAX)),
  }),
]);
export type AxisInput = z.infer<typeof axisInputSchema>;

/** What one place on an axis sets. `group` counts the groups of the prompt from 0. */
export type AxisSetting =
  | { kind: "prompt"; group: number; alternative: number }
  | { kind: "model"; modelId: string }
  | { kind: "option"; name: OptionName; value: OptionValue };

export type AxisPlace = { label: string; setting: AxisSetting };
/** One direction in which the cells differ; its places have different labels. */
export type Axis = { title: string; places: AxisPlace[] };

/** How an empty alternative is called in a label. */
export const NOTHING_LABEL = "(nothing)";

/**
 * The axes of a matrix: the groups of the prompt in their order, then the added ones in theirs. A
 * value that stands twice on an axis is kept once.
 */
export function axesOf(
  prompt: PromptMatrix,
  inputs: readonly AxisInput[],
  modelLabel: (modelId: string) => string,
): Axis[] {
  return [...prompt.groups.map(promptAxis), ...inputs.map((input) => inputAxis(input, modelLabel))];
}

/** What two of the added axes say about the same thing; null where each has its own. */
export function doubledAxis(inputs: readonly AxisInput[]): { index: number; message: string } | null {
  const keys = inputs.map((input) => (input.kind === "model" ? "Model" : OPTIONS[input.name].label));
  const index = keys.findIndex((key, place) => keys.indexOf(key) < place);
  return index < 0 ? null : { index, message: `${keys[index]} is an axis already.` };
}

function promptAxis({ source, alternatives }: PromptGroup, group: number): Axis {
  const texts = alternatives.map((text) => text.trim());
  const places = texts.map((text, alternative) => ({
    label: text || NOTHING_LABEL,
    setting: { kind: "prompt", group, alternative } satisfies AxisSetting,
  }));
  return { title: source, places: places.filter((_, index) => texts.indexOf(texts[index] ?? "") === index) };
}

function inputAxis(input: AxisInput, modelLabel: (modelId: string) => string): Axis {
  switch (input.kind) {
    case "model": {
      const places = [...new Set(input.values)].map((modelId) => ({
        label: modelLabel(modelId),
        setting: { kind: "model", modelId } satisfies AxisSetting,
      }));
      return { title: "Model", places };
    }
    case "option": {
      const { name, values } = input;
      const { label } = OPTIONS[name];
      const places = [...new Set(values)].map((value) => ({
        label: settingWords(name, value),
        setting: { kind: "option", name, value } satisfies AxisSetting,
      }));
      return { title: label, places };
    }
  }
}
