import { describe, expect, test } from "vitest";
import { totalsWords } from "./totals-words";

describe("totalsWords", () => {
  test("counts in words, and names money only where some was spent", () => {
    expect(totalsWords({ pictureCount: 0, spentUsd: 0 })).toBe("No pictures yet");
    expect(totalsWords({ pictureCount: 1, spentUsd: 0 })).toBe("1 picture");
    expect(totalsWords({ pictureCount: 12_000, spentUsd: 0.484 })).toBe("12,000 pictures · $0.48");
  });

  test("names what failed pictures cost, too", () => {
    expect(totalsWords({ pictureCount: 0, spentUsd: 0.04 })).toBe("No pictures yet · $0.04");
  });
});
