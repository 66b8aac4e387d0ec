import { sql } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";

/** For tests: what every table holds, as a hash each. Two that are the same: nothing was written in between. */
export async function databasePrint(db: Db): Promise<Record<string, string | null>> {
  const { rows } = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const prints: Record<string, string | null> = {};
  for (const { name } of rows) {
    const table = sql.identifier(name);
    const { rows: printed } = await db.execute<{ print: string | null }>(
      sql`select md5(string_agg(t::text, '|' order by t::text)) as print from ${table} t`,
    );
    prints[name] = printed[0]?.print ?? null;
  }
  return prints;
}
