import * as z from "zod/mini";
import { galleryPageSchema } from "@/lib/domain/gallery/events";
import { MODEL_ID_CHARS_MAX, SEARCH_CHARS_MAX } from "@/lib/domain/limits";

const flag = z._default(z.nullable(z.enum(["yes", "no"])), null);
const day = z._default(z.nullable(z.iso.date("A date looks like 2026-11-22.")), null);

/** What can be asked of a search, as it stands in an address. */
export const searchQuerySchema = z.object({
  q: z._default(z.string().check(z.maxLength(SEARCH_CHARS_MAX)), ""),
  model: z._default(z.nullable(z.string().check(z.maxLength(MODEL_ID_CHARS_MAX))), null),
  size: z._default(
    z.nullable(z.string().check(z.regex(/^\d{1,5}x\d{1,5}$/, "A size looks like 1024x1024."))),
    null,
  ),
  favourite: flag,
  rejected: flag,
  from: day,
  to: day,
  session: z._default(z.nullable(z.uuid()), null),
  before: z._default(z.nullable(z.uuid()), null),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

/** Pictures that match, newest first, with the generations they are of and the names of their sessions. */
export const searchResultSchema = z.extend(
  z.pick(galleryPageSchema, { generations: true, images: true, olderCursor: true }),
  { sessionTitles: z.record(z.string(), z.string()) },
);
export type SearchResult = z.infer<typeof searchResultSchema>;
