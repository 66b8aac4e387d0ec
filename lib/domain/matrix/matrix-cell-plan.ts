import { type RecipeValues, recipeSchema } from "@/lib/domain/generation/generation";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { carryOptions } from "@/lib/domain/models/options/carry-options";
import { type Chosen, chooseOption } from "@/lib/domain/models/options/choose-option";
import {
  OPTIONS,
  type OptionName,
  type OptionValue,
  type OptionValues,
} from "@/lib/domain/models/options/option";
import { brokenRules } from "@/lib/domain/models/options/option-rules";
import { optionWords, settingWords } from "@/lib/domain/models/options/option-words";
import { type Estimate, estimateCost } from "@/lib/domain/money/cost";
import { toMicroUsd } from "@/lib/domain/money/micro-usd";
import type { AxisSetting } from "./matrix-axis";

/** What all cells share where no axis says otherwise. */
export type MatrixRecipe = Omit<RecipeValues, "prompt"> & { modelId: string };

/** What is sent for one cell, or why it cannot be. `notes`: what gave way on the way to its model. */
export type CellRecipe = {
  modelId: string;
  options: OptionValues;
  estimate: Estimate | null;
  notes: string[];
  problem: string | null;
};

type OptionSetting = Extract<AxisSetting, { kind: "option" }>;
type Table = { base: MatrixRecipe; models: ReadonlyMap<string, ImageModel>; isFree: boolean };

/**
 * The recipe of a cell: the base's options in the words of the cell's model, then what the axes set.
 * The newest choice wins over the base, as in the form, but an axis never over another: the label
 * would not be true.
 */
export function planCell(table: Table, prompt: string, settings: readonly AxisSetting[]): CellRecipe {
  const { base, models } = table;
  const modelId = settings.find((setting) => setting.kind === "model")?.modelId ?? base.modelId;
  const model = models.get(modelId);
  if (!model) {
    const problem = `The studio does not know the model "${modelId.slice(0, 80)}".`;
    return { modelId, options: {}, estimate: null, notes: [], problem };
  }
  const fixed = settings.filter((setting) => setting.kind === "option");
  const { chosen, untaken } = chooseOptions(model, base, fixed);
  const { options, notes } = chosen;
  const { imageCount } = base;
  const parsed = recipeSchema(model).safeParse({ prompt, options, imageCount });
  const problem = untaken ?? parsed.error?.issues[0]?.message ?? null;
  return { modelId, options, notes, problem, estimate: estimateOf(table, model, { prompt, options }) };
}

/** Rounded to a millionth of a dollar, so that the cells add up to the total to the last digit. */
function estimateOf(
  { base, isFree }: Table,
  model: ImageModel,
  input: { prompt: string; options: OptionValues },
): Estimate | null {
  if (isFree) return { lowerUsd: 0, upperUsd: 0 };
  const estimate = estimateCost(model, input, base.imageCount);
  return (
    estimate && {
      lowerUsd: toMicroUsd(estimate.lowerUsd) / 1e6,
      upperUsd: toMicroUsd(estimate.upperUsd) / 1e6,
    }
  );
}

function chooseOptions(model: ImageModel, base: MatrixRecipe, fixed: readonly OptionSetting[]) {
  const isBase = model.id === base.modelId;
  const carried = isBase ? { options: base.options, notes: [] } : carryOptions(model, base.options);
  const axes = fixed.map(({ name, value }) => ({
    name,
    asked: value,
    value: inWordsOf(model, isBase, name, value),
  }));
  let chosen: Chosen = carried;
  for (const { name, asked, value } of axes) {
    const isSaidOtherwise = value !== undefined && value !== asked;
    const notes = !isSaidOtherwise ? [] : [`${settingWords(name, asked)} became ${optionWords(value)}.`];
    const next = setOption(model, chosen.options, name, value ?? asked);
    chosen = { options: next.options, notes: [...chosen.notes, ...notes, ...next.notes] };
  }
  // Set once more: where two axes contradict each other, the schema is to say so.
  const options = { ...chosen.options };
  for (const { name, asked, value } of axes) options[name] = value ?? asked;
  const dropped = axes.find(({ value }) => value === undefined);
  const untaken = dropped
    ? `${model.label} does not take ${OPTIONS[dropped.name].label.toLowerCase()} ${optionWords(dropped.asked)}.`
    : null;
  return { chosen: { options, notes: chosen.notes }, untaken };
}

/** An axis value as the model calls it; undefined where it takes nothing like it. The base's own is left to the schema. */
function inWordsOf(model: ImageModel, isBase: boolean, name: OptionName, value: OptionValue) {
  return isBase ? value : carryOptions({ ...model, initial: {}, rules: [] }, { [name]: value }).options[name];
}

/** What the form starts with is not added: the base has it, or was sent without. */
function setOption(model: ImageModel, options: OptionValues, name: OptionName, value: OptionValue): Chosen {
  const direct = { ...options, [name]: value };
  return brokenRules(model, direct).length > 0
    ? chooseOption({ ...model, initial: {} }, options, name, value)
    : { options: direct, notes: [] };
}
