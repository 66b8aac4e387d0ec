import { expect, test } from "vitest";
import { optionFacts } from "@/lib/domain/generation/used-options";
import { modelTable } from "@/lib/domain/models/model-table";

const model = [...modelTable().values()].find((row) => row.options.quality?.default === "auto") ?? null;

test("stands what was used beside what was asked where they differ, and only there", () => {
  const facts = optionFacts(
    { options: { size: "1024x1024" } },
    { size: "1024x1024", quality: "high" },
    model,
  );
  expect(facts).toEqual([
    { label: "Size", asked: "1024x1024", used: null },
    { label: "Quality", asked: "auto", used: "high" },
  ]);
});

test("shows what was chosen though the provider does not name it", () => {
  expect(optionFacts({ options: { partials: 2 } }, {}, null)).toEqual([
    { label: "Partial previews", asked: "2", used: null },
  ]);
});

test("does not invent a default for a model that is not known", () => {
  expect(optionFacts({ options: {} }, { quality: "high" }, null)).toEqual([
    { label: "Quality", asked: "default", used: "high" },
  ]);
});
