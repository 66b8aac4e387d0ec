import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: { "@": fileURLToPath(new URL(".", import.meta.url)) },
    // `server-only` throws outside a React server; this condition is the one Next sets.
    conditions: ["react-server"],
  },
  ssr: { resolve: { conditions: ["react-server", "node"] } },
  test: {
    include: ["{app,components,lib,e2e,scripts}/**/*.test.{ts,tsx}"],
    globalSetup: ["lib/server/testing/database-template.ts"],
    testTimeout: 30_000,
    // As in the browser tests: a busy machine may miss a moment.
    retry: process.env.CI === undefined ? 0 : 2,
  },
});
