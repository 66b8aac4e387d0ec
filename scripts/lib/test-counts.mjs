/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * The counts in a report of Vitest's JSON reporter.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * The counts in a report of Playwright's JSON reporter. A test that passed on a later try (flaky) counts as passed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report
 * @returns {Counts}
 */
export function playwrightCounts({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/**
 * The last line of a test run, which CI reads: "N passed, N failed", and ", N skipped" when there were any.
 * A step that failed without a failed test (lint, types, build) counts as one failure, so that the line never
 * says less than the exit code.
 * @param {Counts[]} counts
 * @param {boolean} ok whether every step succeeded
 */
export function summaryLine(counts, ok) {
  /** @param {keyof Counts} key */
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  const failed = ok ? sum("failed") : Math.max(1, sum("failed"));
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
