import path from "node:path";
import { openPglite } from "@/lib/server/db/pglite";
import { openPostgres } from "@/lib/server/db/postgres";

// For tests: makes the empty database in the folder or at the address it is told, with every migration, and ends.
const [place = ""] = process.argv.slice(2);
const migrationsFolder = path.join(import.meta.dirname, "..", "db", "migrations");

const database = await (place.startsWith("postgres")
  ? openPostgres({ url: place, migrationsFolder })
  : openPglite({ folder: place, migrationsFolder }));
await database.close();
