import { expect, test } from "vitest";
import { PROMPT_CHARS_MAX } from "./limits";
import { modelTable } from "./models/model-table";

test("the longest prompt is that of the table of models", () => {
  const longest = Math.max(...[...modelTable().values()].map((model) => model.promptCharsMax));
  expect(PROMPT_CHARS_MAX).toBe(longest);
});
