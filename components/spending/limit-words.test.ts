import { describe, expect, test } from "vitest";
import { limitWords } from "./limit-words";

describe("limitWords", () => {
  test("says what is left, never less than nothing", () => {
    expect(limitWords({ monthUsd: 16.8, committedUsd: 0, limitUsd: 20, ownLimitUsd: 20 })).toBe(
      "$3.20 of $20.00 is left this month.",
    );
    expect(limitWords({ monthUsd: 21, committedUsd: 0, limitUsd: 20, ownLimitUsd: 20 })).toBe(
      "$0.00 of $20.00 is left this month.",
    );
  });

  test("counts what is under way, as the studio does when it refuses", () => {
    const limits = { limitUsd: 20, ownLimitUsd: 20 };
    expect(limitWords({ monthUsd: 16.8, committedUsd: 0.4, ...limits })).toBe(
      "$2.80 of $20.00 is left this month. Another $0.40 is set aside for pictures that are not settled.",
    );
    expect(limitWords({ monthUsd: 0.1 + 0.2, committedUsd: 0, limitUsd: 0.3, ownLimitUsd: 0.3 })).toBe(
      "$0.00 of $0.30 is left this month.",
    );
  });

  test("names the environment where its limit is the lower or the only one", () => {
    const words = "$5.00 of $5.00 is left this month. This limit is set in the studio's environment.";
    expect(limitWords({ monthUsd: 0, committedUsd: 0, limitUsd: 5, ownLimitUsd: 20 })).toBe(words);
    expect(limitWords({ monthUsd: 0, committedUsd: 0, limitUsd: 5, ownLimitUsd: null })).toBe(words);
  });

  test("says when there is none", () => {
    expect(limitWords({ monthUsd: 3, committedUsd: 0, limitUsd: null, ownLimitUsd: null })).toBe(
      "There is no limit.",
    );
  });
});
