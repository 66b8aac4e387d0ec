import { describe, expect, test } from "vitest";
import { playwrightCounts, summaryLine, vitestCounts } from "./test-counts.mjs";

const unit = vitestCounts({ numPassedTests: 10, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 });
const browser = playwrightCounts({ stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 0 } });

describe("summaryLine", () => {
  test("adds up both reports, a flaky test counted as passed", () => {
    expect(summaryLine([unit, browser], true)).toBe("15 passed, 0 failed, 2 skipped");
  });

  test("leaves out skipped tests when there are none", () => {
    expect(summaryLine([browser], true)).toBe("5 passed, 0 failed");
  });

  test("keeps the number of failed tests", () => {
    expect(summaryLine([{ passed: 1, failed: 3, skipped: 0 }], false)).toBe("1 passed, 3 failed");
  });

  test("counts a step that failed without a failed test", () => {
    expect(summaryLine([], false)).toBe("0 passed, 1 failed");
  });
});
