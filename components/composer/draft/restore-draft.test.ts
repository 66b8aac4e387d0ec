import { expect, test } from "vitest";
import { DEFAULT_MODEL_ID } from "@/lib/domain/models/image-models";
import { modelTable } from "@/lib/domain/models/model-table";
import { restoreDraft } from "./restore-draft";

const models = [...modelTable().values()];
const [fallback] = models;
if (!fallback) throw new Error("The table is empty.");

const draft = {
  modelId: DEFAULT_MODEL_ID,
  prompt: "a lighthouse",
  options: { quality: "low", outputFormat: "jpeg", compression: 40, partials: 1 },
  imageCount: 3,
  parentImageId: null,
};

test("restores everything of a draft whose model is still in the table", () => {
  const { model, note, ...rest } = restoreDraft(draft, models, fallback);
  expect(model.id).toBe(DEFAULT_MODEL_ID);
  expect(note).toBeNull();
  expect(rest).toEqual({
    prompt: draft.prompt,
    options: draft.options,
    imageCount: 3,
    parentImageId: null,
  });
});

test("keeps a half-typed size, so that nothing typed is lost", () => {
  const restored = restoreDraft({ ...draft, options: { size: "12x" } }, models, fallback);
  expect(restored.options.size).toBe("12x");
});

test("leaves out values that the row no longer takes", () => {
  const restored = restoreDraft({ ...draft, options: { quality: "low", style: "vivid" } }, models, fallback);
  expect(restored.options).toEqual({ quality: "low", partials: 2 });
});

test("falls back to the default model with a note, keeping the prompt and what carries over", () => {
  const restored = restoreDraft({ ...draft, modelId: "vanished" }, models, fallback);
  expect(restored.model).toBe(fallback);
  expect(restored.prompt).toBe("a lighthouse");
  expect(restored.options.quality).toBe("low");
  expect(restored.note).toContain("vanished");
  expect(restored.note).toContain(fallback.label);
});
