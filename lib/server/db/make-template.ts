import path from "node:path";
import { openPglite } from "./pglite";

// For tests: makes the empty database of the folder it is told, with every migration, and ends.
const [folder = ""] = process.argv.slice(2);

const database = await openPglite({
  folder,
  migrationsFolder: path.join(import.meta.dirname, "migrations"),
});
await database.close();
