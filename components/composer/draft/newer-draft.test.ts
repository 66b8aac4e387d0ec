import { describe, expect, test } from "vitest";
import type { Draft } from "@/lib/domain/generation/draft";
import { newerDraft } from "./newer-draft";

const draft = (prompt: string, savedAt?: string): Draft => ({
  modelId: "model",
  prompt,
  options: {},
  imageCount: 1,
  parentImageId: null,
  ...(savedAt !== undefined && { savedAt }),
});

const EARLIER = "2026-11-22T10:00:00.000Z";
const LATER = "2026-11-22T10:00:01.000Z";

describe("newerDraft", () => {
  test("takes the copy that was kept last", () => {
    expect(newerDraft(draft("here", LATER), draft("there", EARLIER))).toMatchObject({
      draft: { prompt: "here" },
      isOnServer: false,
    });
    expect(newerDraft(draft("here", EARLIER), draft("there", LATER))).toMatchObject({
      draft: { prompt: "there" },
      isOnServer: true,
    });
  });

  test("takes the only copy, and says when the server lacks it", () => {
    expect(newerDraft(draft("here"), null)).toMatchObject({ draft: { prompt: "here" }, isOnServer: false });
    expect(newerDraft(null, draft("there"))).toMatchObject({ draft: { prompt: "there" }, isOnServer: true });
    expect(newerDraft(null, null)).toEqual({ draft: null, isOnServer: true });
  });

  test("sends nothing back when both copies are the same, and prefers a copy with a time", () => {
    expect(newerDraft(draft("same", EARLIER), draft("same", EARLIER)).isOnServer).toBe(true);
    expect(newerDraft(draft("old"), draft("timed", EARLIER)).draft?.prompt).toBe("timed");
  });
});
