import * as z from "zod/mini";
import { type SearchQuery, searchQuerySchema } from "@/lib/domain/gallery/search";

/** A search as it is asked for, whichever page of its answer. */
export type Search = Omit<SearchQuery, "before">;

const shape = searchQuerySchema.shape;
export const NO_SEARCH: Search = z.omit(searchQuerySchema, { before: true }).parse({});

/** The search that an address holds. What cannot be read in it is left out, rather than refused. */
export function searchOf(params: URLSearchParams): Search {
  const search: Search = { ...NO_SEARCH };
  const q = shape.q.safeParse(params.get("q") ?? "");
  if (q.success) search.q = q.data;
  for (const name of ["model", "size", "from", "to", "session"] as const) {
    const parsed = shape[name].safeParse(params.get(name) || null);
    if (parsed.success) search[name] = parsed.data;
  }
  for (const name of ["favourite", "rejected"] as const) {
    const parsed = shape[name].safeParse(params.get(name) || null);
    if (parsed.success) search[name] = parsed.data;
  }
  return search;
}

/** The address of a search: "?q=house&favourite=yes", and nothing at all for one that asks for nothing. */
export function searchAddress(search: Search): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (value) params.set(name, value);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}
