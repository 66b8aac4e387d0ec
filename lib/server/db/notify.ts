import "server-only";
import { sql } from "drizzle-orm";
import * as z from "zod";
import type { Db } from "@/lib/server/ports/database";

export const CHANGES_CHANNEL = "studio_changes";

const changeSchema = z.object({
  kind: z.enum(["session", "generation", "image", "matrix", "share", "mark", "comment"]),
  id: z.uuid(),
  sessionId: z.uuid(),
});
/** That a row changed; whoever cares reads it. */
export type Change = z.infer<typeof changeSchema>;

/** Tells every instance of the studio; inside a transaction it is told when that is committed. */
export async function notifyChange(db: Db, change: Change): Promise<void> {
  await db.execute(sql`select pg_notify(${CHANGES_CHANNEL}, ${JSON.stringify(change)})`);
}

export function parseChange(payload: string): Change {
  return changeSchema.parse(JSON.parse(payload));
}
