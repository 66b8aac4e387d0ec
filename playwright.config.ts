import { defineConfig, devices } from "@playwright/test";

/** One from the system where there is one; Playwright's own otherwise. */
const executablePath = process.env.CHROMIUM_PATH;

/** The tests talk to 127.0.0.1 alone: whatever a browser does by itself over the network is off. */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  // A busy machine may miss a moment; what fails three times is broken. A retried test is reported as flaky.
  retries: process.env.CI === undefined ? 0 : 2,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    launchOptions: { args, ...(executablePath && { executablePath }) },
    // A click that finds nothing says so long before the test's own end.
    actionTimeout: 10_000,
    trace: "retain-on-failure",
  },
});
