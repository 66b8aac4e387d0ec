import { expect, test } from "vitest";
import { titleFromPrompt } from "./session-title";

test("takes the first line of a prompt", () => {
  expect(titleFromPrompt("  a red   fox\nin the snow")).toBe("a red fox");
});

test("cuts a long prompt between words, and one long word where it must", () => {
  const title = titleFromPrompt(
    "a lighthouse at dusk in a storm with gulls over the breakers and a small boat",
  );
  expect(title).toBe("a lighthouse at dusk in a storm with gulls over the…");
  expect(titleFromPrompt("x".repeat(90))).toBe(`${"x".repeat(60)}…`);
});

test("never breaks a character", () => {
  expect(titleFromPrompt("🦊".repeat(70)).isWellFormed()).toBe(true);
});
