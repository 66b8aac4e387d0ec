import { expect, test } from "vitest";
import { modelTable } from "@/lib/domain/models/model-table";
import { axisChoices, axisInputs, startingAxes, withToggled } from "./plan-axes";

const models = [...modelTable().values()];
const model = models.find(({ options }) => options.quality && options.size);
if (!model) throw new Error("The table has no model with a quality and a size.");
const start = startingAxes({ modelId: model.id, options: { size: "1024x1024" }, imageCount: 1 }, models);

test("adds no axis while everything is as the form has it", () => {
  expect(start.models).toEqual([model.id]);
  expect(start.size).toEqual(["1024x1024"]);
  expect(axisInputs(start, start)).toEqual([]);
});

test("makes an axis of what was chosen beside the form's own value, and of another value alone", () => {
  const both = withToggled(start, "size", "1024x1536");
  expect(axisInputs(both, start)).toEqual([
    { kind: "option", name: "size", values: ["1024x1024", "1024x1536"] },
  ]);
  const other = withToggled(both, "size", "1024x1024");
  expect(axisInputs(other, start)).toEqual([{ kind: "option", name: "size", values: ["1024x1536"] }]);
});

test("never leaves an axis empty", () => {
  expect(withToggled(start, "models", model.id)).toEqual(start);
});

test("offers what the chosen models take", () => {
  const qualities = axisChoices("quality", start, models).map(({ value }) => value);
  const option = model.options.quality;
  expect(option?.kind === "choice" && qualities).toEqual(option?.kind === "choice" && [...option.values]);
  expect(axisChoices("models", start, models)).toHaveLength(models.length);
});
