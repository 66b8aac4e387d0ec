import { describe, expect, test } from "vitest";
import { fallbackModel } from "@/lib/domain/models/model-table";
import { isShutDown, lifecycleWords } from "./lifecycle-words";

const endless = fallbackModel("endless");
const ending = {
  ...endless,
  id: "ending",
  lifecycle: { shutdownOn: "2026-05-12", successor: null, source: "test" },
};
const before = new Date("2026-05-11T23:59:59Z");
const after = new Date("2026-05-12T00:00:00Z");

describe("lifecycleWords", () => {
  test("says nothing of a model without an announced end", () => {
    expect(lifecycleWords(endless, after, null)).toBeNull();
  });

  test("says when a model will be shut down", () => {
    expect(lifecycleWords(ending, before, null)).toBe("OpenAI shuts it down on 12 May 2026.");
  });

  test("says since when a model is gone, and that others may serve it", () => {
    expect(lifecycleWords(ending, after, null)).toBe(
      "Gone at OpenAI since 12 May 2026; other providers may serve it.",
    );
  });

  test("says when the provider does not list a model", () => {
    expect(lifecycleWords(endless, after, ["another"])).toBe("Not listed by this provider.");
    expect(lifecycleWords(endless, after, ["endless"])).toBeNull();
  });

  test("says both where both hold", () => {
    expect(lifecycleWords(ending, before, [])).toBe(
      "OpenAI shuts it down on 12 May 2026. Not listed by this provider.",
    );
  });

  test("names a vendor it does not know by its prefix", () => {
    expect(lifecycleWords({ ...ending, vendor: "acme" }, before, null)).toMatch(/^acme /);
  });
});

test("counts a model as gone from its shutdown day on", () => {
  expect(isShutDown(ending, before)).toBe(false);
  expect(isShutDown(ending, after)).toBe(true);
  expect(isShutDown(endless, after)).toBe(false);
});
