import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)) };

/** `server-only` throws outside a React server; this condition is the one Next sets. */
const onServer = {
  resolve: { alias, conditions: ["react-server"] },
  ssr: { resolve: { conditions: ["react-server", "node"] } },
};

/** The database that the studio has by itself serves all; these run on PostgreSQL, too, where instances share one. */
const ALSO_ON_POSTGRES = ["calls", "changes", "limits", "matrices", "tokens", "visits"].map(
  (room) => `lib/server/${room}/**/*.test.ts`,
);
/** What the embedded database cannot show: other instances, a network, a clock that is not this machine's. */
const ONLY_ON_POSTGRES = ["lib/server/db/{clock,postgres}.test.ts", "lib/server/db/pools/*.test.ts"];

export default defineConfig({
  test: {
    // These end what hangs and decide nothing else.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A test that passes on a second try has found something.
    retry: 0,
    projects: [
      {
        resolve: { alias },
        extends: true,
        test: {
          name: "components",
          include: ["components/**/*.test.tsx"],
          environment: "happy-dom",
          setupFiles: ["lib/client/testing/component-setup.ts"],
        },
      },
      {
        ...onServer,
        extends: true,
        test: {
          name: "pure",
          include: ["{components,lib/client,lib/domain,lib/offline,e2e,scripts}/**/*.test.ts"],
        },
      },
      {
        ...onServer,
        extends: true,
        test: {
          name: "server",
          include: ["{app,lib/server}/**/*.test.ts"],
          exclude: ONLY_ON_POSTGRES,
          globalSetup: ["lib/server/testing/provide-pglite.ts"],
        },
      },
      {
        ...onServer,
        extends: true,
        test: {
          name: "postgres",
          include: [...ONLY_ON_POSTGRES, ...ALSO_ON_POSTGRES],
          exclude: ["lib/server/matrices/sheet/**"],
          globalSetup: ["lib/server/testing/provide-postgres.ts"],
        },
      },
    ],
  },
});
