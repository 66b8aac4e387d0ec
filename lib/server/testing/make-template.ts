import path from "node:path";
import { openPglite } from "@/lib/server/db/pglite";

// For tests: makes the empty database of the folder it is told, with every migration, and ends.
const [folder = ""] = process.argv.slice(2);

const database = await openPglite({
  folder,
  migrationsFolder: path.join(import.meta.dirname, "..", "db", "migrations"),
});
await database.close();
