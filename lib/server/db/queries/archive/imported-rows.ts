import "server-only";
import type { Session } from "@/lib/domain/session/session";
import type { WithMoments } from "@/lib/server/db/clock";
import { toSession } from "@/lib/server/db/queries/sessions";
import type { Db } from "@/lib/server/ports/database";
import { generations, images, matrices, sessions } from "@/lib/server/schema/studio-tables";

/*
 * Rows of an archive as they are: nobody is told of each, and nothing is sent. A statement takes 65,535
 * parameters, so the caller gives a few hundred at a time.
 */

export type ImportedSession = typeof sessions.$inferInsert;
export type ImportedMatrix = typeof matrices.$inferInsert;
export type ImportedGeneration = typeof generations.$inferInsert;
export type ImportedImage = WithMoments<typeof images.$inferInsert>;

export async function insertSessionRow(db: Db, values: ImportedSession): Promise<Session> {
  const [row] = await db.insert(sessions).values(values).returning();
  if (!row) throw new Error("The session was not inserted.");
  return toSession(row);
}

export async function insertMatrixRows(db: Db, rows: ImportedMatrix[]): Promise<void> {
  await db.insert(matrices).values(rows);
}

export async function insertGenerationRows(db: Db, rows: ImportedGeneration[]): Promise<void> {
  await db.insert(generations).values(rows);
}

export async function insertImageRows(db: Db, rows: ImportedImage[]): Promise<void> {
  await db.insert(images).values(rows);
}
