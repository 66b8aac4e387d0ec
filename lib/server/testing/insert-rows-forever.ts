import { sql } from "drizzle-orm";
import { openPglite } from "@/lib/server/db/pglite";

// A process for tests to kill: opens the database in the folder it is told, and prints each number once the
// database has acknowledged its row.
const [folder = "", migrationsFolder = "", first = "0"] = process.argv.slice(2);

const { drizzle } = await openPglite({ folder, migrationsFolder });
for (let number = Number(first); ; number++) {
  await drizzle.execute(sql`insert into acknowledged (number) values (${number})`);
  process.stdout.write(`${number}\n`);
}
