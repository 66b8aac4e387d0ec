import "server-only";
import { readFile } from "node:fs/promises";

/**
 * A table with the rows of the owner's JSON file laid over it; as it is where no file is named.
 * @throws Error that names the variable, the file, and what is wrong in it
 */
export async function readOwnersFile<Table>(
  variable: string,
  file: string | undefined,
  toTable: (overrides?: unknown) => Table,
): Promise<Table> {
  if (!file) return toTable();
  try {
    return toTable(JSON.parse(await readFile(file, "utf8")));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "it cannot be read";
    throw new Error(`${variable} (${file}): ${reason}`, { cause });
  }
}
