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
  // What passes on a second try is reported as flaky, and is to be mended: no test depends on a pace.
  retries: process.env.CI === undefined ? 0 : 2,
  // These end what hangs and decide nothing else: on an idle machine no test needs a tenth of them.
  timeout: 300_000,
  expect: { timeout: 90_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    launchOptions: { args, ...(executablePath && { executablePath }) },
    // A click that finds nothing says so before the test's own end.
    actionTimeout: 90_000,
    trace: "retain-on-failure",
  },
});
