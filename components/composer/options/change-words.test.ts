import { expect, test } from "vitest";
import { fallbackModel } from "@/lib/domain/models/model-table";
import { changeWords } from "./change-words";

const from = { ...fallbackModel("from"), initial: { partials: 2 } };

test("names every dropped and every mapped value", () => {
  const before = { style: "vivid", background: "opaque", quality: "hd" };
  expect(changeWords(from, before, { quality: "high" })).toBe(
    "Dropped: Style Vivid, Background Opaque. Quality HD is now High.",
  );
});

test("is silent when everything was kept", () => {
  expect(changeWords(from, { size: "auto" }, { size: "auto", partials: 2 })).toBe("");
});

test("does not count as lost what the form had set by itself", () => {
  expect(changeWords(from, { partials: 2 }, {})).toBe("");
  expect(changeWords(from, { partials: 3 }, {})).toBe("Dropped: Partial previews 3.");
});
