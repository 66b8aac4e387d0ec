import { expect, test } from "vitest";
import type { Generation } from "./generation";
import { settingChanges } from "./generation-changes";

const generation = (changes: Partial<Generation>): Generation => ({
  id: "0193b0a0-0000-7000-8000-000000000001",
  sessionId: "0193b0a0-0000-7000-8000-000000000002",
  parentImageId: null,
  matrixId: null,
  cell: null,
  version: 1,
  prompt: "a fox",
  modelId: "one",
  options: { size: "1024x1024", partials: 2 },
  imageCount: 4,
  estimateUsd: null,
  isSketch: false,
  createdAt: "2026-11-22T11:00:00.000Z",
  ...changes,
});
const label = (id: string) => `Model ${id}`;

test("names what was set otherwise, in the form's order, a default as such", () => {
  const after = generation({ modelId: "two", options: { size: "1536x1024", quality: "high", partials: 2 } });
  expect(settingChanges(generation({}), after, label)).toEqual([
    { label: "Model", before: "Model one", after: "Model two" },
    { label: "Size", before: "1024 × 1024", after: "1536 × 1024" },
    { label: "Quality", before: "Default", after: "High" },
  ]);
});

test("is silent on another prompt or number of pictures", () => {
  const after = generation({ prompt: "an owl", imageCount: 1 });
  expect(settingChanges(generation({}), after, label)).toEqual([]);
});
