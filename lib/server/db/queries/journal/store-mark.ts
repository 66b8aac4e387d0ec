import "server-only";
import type { Db } from "@/lib/server/ports/database";
import { storeMark } from "@/lib/server/schema/store-table";

export type StoreMark = Pick<typeof storeMark.$inferSelect, "mark" | "isWritten">;

/** The mark of the studio's store, made at first; others wait until the transaction ends. */
export async function lockStoreMark(db: Db, params: { newMark: string }): Promise<StoreMark> {
  await db.insert(storeMark).values({ id: 1, mark: params.newMark }).onConflictDoNothing();
  const [row] = await db.select().from(storeMark).for("update");
  if (!row) throw new Error("The mark of the store was not inserted.");
  return row;
}

export async function writeStoreMark(db: Db, params: { mark: string }): Promise<void> {
  await db.update(storeMark).set({ mark: params.mark, isWritten: true });
}

export async function readStoreMark(db: Db): Promise<StoreMark | null> {
  const [row] = await db.select().from(storeMark);
  return row ?? null;
}

/** For tests: as in a database that no store was seen with. */
export async function forgetStoreMark(db: Db): Promise<void> {
  await db.delete(storeMark);
}
