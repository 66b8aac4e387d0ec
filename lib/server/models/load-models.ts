import "server-only";
import { readFile } from "node:fs/promises";
import { type ModelTable, modelTable } from "@/lib/domain/models/model-table";

/**
 * The table, with the rows of the owner's file where one is named.
 * @throws Error that says which row and field of the file is wrong
 */
export async function loadModels(file: string | undefined): Promise<ModelTable> {
  if (!file) return modelTable();
  try {
    return modelTable(JSON.parse(await readFile(file, "utf8")));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "it cannot be read";
    throw new Error(`STUDIO_MODELS_FILE (${file}): ${reason}`, { cause });
  }
}
