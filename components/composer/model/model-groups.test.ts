import { expect, test } from "vitest";
import { fallbackModel, modelTable } from "@/lib/domain/models/model-table";
import { modelGroups } from "./model-groups";

const models = [fallbackModel("house-model"), ...modelTable().values()];

test("puts current models first, then the shut down, then those only the provider knows", () => {
  const groups = modelGroups(models, new Date("2026-11-22"));
  expect(groups.map(({ heading }) => heading)).toEqual([
    null,
    "Shut down at OpenAI",
    "Also listed by the provider",
  ]);
});

test("keeps every model once, in the table's order within its group", () => {
  const groups = modelGroups(models, new Date("2026-11-22"));
  expect(groups.flatMap((group) => group.models)).toHaveLength(models.length);
  const gone = groups[1]?.models ?? [];
  expect(gone.map(({ lifecycle }) => lifecycle.shutdownOn)).toEqual([
    "2026-10-23",
    "2026-05-12",
    "2026-05-12",
  ]);
});

test("moves a model to the shut down ones on its day", () => {
  const headings = modelGroups(models, new Date("2026-01-01")).map(({ heading }) => heading);
  expect(headings).not.toContain("Shut down at OpenAI");
});
