import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: [
    "./lib/server/schema/studio-tables.ts",
    "./lib/server/schema/share-tables.ts",
    "./lib/server/schema/store-table.ts",
    "./lib/server/schema/api-tables.ts",
    "./lib/server/schema/ledger-table.ts",
    "./lib/server/schema/upkeep-tables.ts",
  ],
  out: "./lib/server/db/migrations",
});
