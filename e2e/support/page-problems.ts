import type { BrowserContext } from "@playwright/test";

/** What went wrong in the pages of a context that no test asked for. */
export type PageProblems = {
  /** Names an error that the test brings about itself. */
  expect(pattern: RegExp): void;
  list(): string[];
};

/** Collects errors that pages throw or write to their console. */
export function collectProblems(): PageProblems & { watch(context: BrowserContext): void } {
  const seen: string[] = [];
  const expected: RegExp[] = [];
  return {
    watch(context) {
      context.on("weberror", (error) => seen.push(`thrown: ${error.error().stack ?? error.error()}`));
      context.on("console", (message) => {
        if (message.type() === "error") seen.push(`console: ${message.text()} (${message.location().url})`);
      });
    },
    expect: (pattern) => void expected.push(pattern),
    list: () => seen.filter((problem) => !expected.some((pattern) => pattern.test(problem))),
  };
}
