import "server-only";
import { randomUUID } from "node:crypto";
import { lockStoreMark, readStoreMark, writeStoreMark } from "./db/queries/journal/store-mark";
import type { Db } from "./ports/database";
import type { Services } from "./services";

/** The storage is not the one in which the pictures of this database are; the message says what to do. */
export class OtherStoreError extends Error {
  override name = "OtherStoreError";
  constructor(mark: string, found: string | null) {
    super(
      `The storage ${found === null ? "lacks the mark" : "has another mark than that"} of this studio's database, so ` +
        "it is not where its pictures are: every instance needs the same S3_BUCKET (or the same mounted folder). " +
        `If it is the right one all the same, store the text ${mark} in it as ${MARK_KEY}.`,
    );
  }
}

const MARK_KEY = "studio/mark";

/**
 * Checks that storage and database belong together: a mark is in both, which the first instance makes. Without it an
 * instance with a store of its own would take the others' pictures for lost. Once the database has said its mark it
 * is not asked again.
 * @throws OtherStoreError, and whatever keeps storage or database from answering
 */
export function openStoreCheck({ database, storage }: Pick<Services, "database" | "storage">) {
  const { drizzle: db } = database;
  let mark: string | null = null;
  return async (): Promise<void> => {
    if (mark === null) {
      const known = await readStoreMark(db);
      mark = known?.isWritten ? known.mark : await db.transaction((tx) => settle(tx, storage));
    }
    const found = await readMark(storage);
    if (found !== mark) throw new OtherStoreError(mark, found);
  };
}

/** What is in the store wins: its writer may have been stopped before the database heard of it. */
async function settle(db: Db, storage: Services["storage"]): Promise<string> {
  const { mark, isWritten } = await lockStoreMark(db, { newMark: randomUUID() });
  if (isWritten) return mark;
  const found = await readMark(storage);
  if (found === null) await storage.put(MARK_KEY, new TextEncoder().encode(mark), { durable: true });
  const settled = found ?? mark;
  await writeStoreMark(db, { mark: settled });
  return settled;
}

async function readMark(storage: Services["storage"]): Promise<string | null> {
  const bytes = await storage.get(MARK_KEY);
  return bytes && new TextDecoder().decode(bytes).trim();
}
