import { z } from "zod";
import { gallerySchema } from "./events";

const flag = z.enum(["yes", "no"]).nullable().default(null);
const day = z.iso.date("A date looks like 2026-11-22.").nullable().default(null);

/** What can be asked of a search, as it stands in an address. */
export const searchQuerySchema = z.object({
  q: z.string().max(500).default(""),
  model: z.string().max(200).nullable().default(null),
  size: z
    .string()
    .regex(/^\d{1,5}x\d{1,5}$/, "A size looks like 1024x1024.")
    .nullable()
    .default(null),
  favourite: flag,
  rejected: flag,
  from: day,
  to: day,
  session: z.uuid().nullable().default(null),
  before: z.uuid().nullable().default(null),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

/** Pictures that match, newest first, with the generations they are of and the names of their sessions. */
export const searchResultSchema = gallerySchema
  .pick({ generations: true, images: true, olderCursor: true })
  .extend({ sessionTitles: z.record(z.string(), z.string()) });
export type SearchResult = z.infer<typeof searchResultSchema>;
