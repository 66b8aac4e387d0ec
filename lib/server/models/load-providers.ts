import "server-only";
import { type ProviderTable, providerTable } from "@/lib/domain/providers/provider-table";
import { readOwnersFile } from "./read-owners-file";

/**
 * The table of providers, with the rows of the owner's file where one is named.
 * @throws Error that says which row and field of the file is wrong
 */
export function loadProviders(file: string | undefined): Promise<ProviderTable> {
  return readOwnersFile("STUDIO_PROVIDERS_FILE", file, providerTable);
}
