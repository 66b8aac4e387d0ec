import type { FieldProblem } from "@/lib/domain/errors/app-error";
import type { OptionName } from "@/lib/domain/models/options/option";
import type { Option } from "@/lib/domain/models/options/option-schema";
import { optionsSchema } from "@/lib/domain/models/options/options-schema";
import { type ImageModel, optionNamesOf } from "./image-model";
import type { OptionRule } from "./image-model-schema";

/**
 * The first thing that is wrong with a row though each of its fields is well formed: a default that
 * the option itself does not take, a rule about an option that the row lacks, a successor that is
 * not there. Null when the row makes sense.
 */
export function rowProblem(model: ImageModel, table: ReadonlyMap<string, ImageModel>): FieldProblem | null {
  return (
    optionProblem(model) ?? ruleProblem(model) ?? initialProblem(model) ?? successorProblem(model, table)
  );
}

function optionProblem(model: ImageModel): FieldProblem | null {
  for (const name of optionNamesOf(model)) {
    const option = model.options[name];
    if (option && (option.kind === "size") !== (name === "size"))
      return { field: `options.${name}.kind`, message: `${name} cannot be of this kind.` };
    if (option && !isDefaultTaken(option))
      return { field: `options.${name}.default`, message: `${option.default} is not one of its values.` };
  }
  return null;
}

function isDefaultTaken(option: Option): boolean {
  switch (option.kind) {
    case "choice":
      return option.values.includes(option.default);
    case "range":
      return option.min <= option.default && option.default <= option.max;
    case "size":
      return option.presets.includes(option.default);
  }
}

function ruleProblem(model: ImageModel): FieldProblem | null {
  for (const [index, rule] of model.rules.entries()) {
    const missing = [rule.option, rule.needs].find((name) => model.options[name] === undefined);
    if (missing) return { field: `rules.${index}`, message: `The row has no option ${missing}.` };
    const foreign = foreignRuleValue(model, rule);
    if (foreign) return { field: `rules.${index}`, message: `${foreign} is not one of the option's values.` };
  }
  return null;
}

/** A value that a rule speaks of and the option does not have: the rule would never hold. */
function foreignRuleValue(model: ImageModel, rule: OptionRule): string | undefined {
  const foreign = (name: OptionName, values: readonly string[]) => {
    const option = model.options[name];
    return option?.kind === "choice" ? values.find((value) => !option.values.includes(value)) : undefined;
  };
  return foreign(rule.option, rule.values ?? []) ?? foreign(rule.needs, rule.oneOf);
}

function initialProblem(model: ImageModel): FieldProblem | null {
  const issue = optionsSchema(model).safeParse(model.initial).error?.issues[0];
  return issue ? { field: ["initial", ...issue.path].join("."), message: issue.message } : null;
}

function successorProblem(model: ImageModel, table: ReadonlyMap<string, ImageModel>): FieldProblem | null {
  const { successor } = model.lifecycle;
  if (successor === null || (table.has(successor) && successor !== model.id)) return null;
  return { field: "lifecycle.successor", message: `There is no other row "${successor}".` };
}
