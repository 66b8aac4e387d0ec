import type { AxisInput } from "@/lib/domain/matrix/matrix-axis";
import type { MatrixRecipe } from "@/lib/domain/matrix/matrix-cell-plan";
import { type ImageModel, sizeOptionOf } from "@/lib/domain/models/image-model";
import type { OptionName } from "@/lib/domain/models/options/option";
import { effectiveValue } from "@/lib/domain/models/options/option-rules";
import { optionWords } from "@/lib/domain/models/options/option-words";

/** What can vary beside the words, each with the values that were chosen for it. */
export type PlanAxes = { models: readonly string[]; quality: readonly string[]; size: readonly string[] };
export type PlanAxisName = keyof PlanAxes;
/** A value that can be chosen for an axis. */
export type AxisChoice = { value: string; label: string };

/** Everything as the form has it: nothing varies but the words. */
export function startingAxes(base: MatrixRecipe, models: readonly ImageModel[]): PlanAxes {
  return { models: [base.modelId], quality: own(base, models, "quality"), size: own(base, models, "size") };
}

function own(base: MatrixRecipe, models: readonly ImageModel[], name: OptionName): string[] {
  const model = models.find(({ id }) => id === base.modelId);
  const value = model && effectiveValue(model, base.options, name);
  return value === undefined ? [] : [String(value)];
}

/** The values that the chosen models take, and those that are chosen already. */
export function axisChoices(name: PlanAxisName, axes: PlanAxes, models: readonly ImageModel[]): AxisChoice[] {
  if (name === "models") return models.map(({ id, label }) => ({ value: id, label }));
  const chosen = models.filter(({ id }) => axes.models.includes(id));
  const values = new Set([...chosen.flatMap((model) => valuesOf(model, name)), ...axes[name]]);
  return [...values].map((value) => ({ value, label: optionWords(value) }));
}

function valuesOf(model: ImageModel, name: "quality" | "size"): readonly string[] {
  if (name === "size") return sizeOptionOf(model)?.presets ?? [];
  const option = model.options.quality;
  return option?.kind === "choice" ? option.values : [];
}

/** Chooses a value for an axis, or takes it back. The last one stays: an axis is never empty. */
export function withToggled(axes: PlanAxes, name: PlanAxisName, value: string): PlanAxes {
  const values = axes[name];
  if (!values.includes(value)) return { ...axes, [name]: [...values, value] };
  return values.length === 1 ? axes : { ...axes, [name]: values.filter((other) => other !== value) };
}

/** The axes to plan with. One whose only value is the form's own is none. */
export function axisInputs(axes: PlanAxes, start: PlanAxes): AxisInput[] {
  const isOwn = (name: PlanAxisName) => axes[name].join("\n") === start[name].join("\n");
  const inputs: AxisInput[] = [];
  if (!isOwn("models")) inputs.push({ kind: "model", values: [...axes.models] });
  for (const name of ["quality", "size"] as const) {
    if (!isOwn(name)) inputs.push({ kind: "option", name, values: [...axes[name]] });
  }
  return inputs;
}
