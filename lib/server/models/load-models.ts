import "server-only";
import { type ModelTable, modelTable } from "@/lib/domain/models/model-table";
import { readOwnersFile } from "./read-owners-file";

/**
 * The table, with the rows of the owner's file where one is named.
 * @throws Error that says which row and field of the file is wrong
 */
export function loadModels(file: string | undefined): Promise<ModelTable> {
  return readOwnersFile("STUDIO_MODELS_FILE", file, modelTable);
}
