import * as z from "zod/mini";
import { TITLE_CHARS_MAX } from "@/lib/domain/limits";
import { isStorable } from "@/lib/domain/text/storable-text";
import { UNTITLED } from "./session-title";

/** A thread of generations on one idea. */
export const sessionSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  version: z.int(),
  /** Finished pictures that are not in the trash. */
  pictureCount: z.int(),
  spentUsd: z.number(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  archivedAt: z.nullable(z.iso.datetime()),
  deletedAt: z.nullable(z.iso.datetime()),
});
export type Session = z.infer<typeof sessionSchema>;

/** A session in a list, with its newest picture. */
export const sessionSummarySchema = z.extend(sessionSchema, { coverUrl: z.nullable(z.string()) });
export type SessionSummary = z.infer<typeof sessionSummarySchema>;

/** A page of the list, last worked in first. */
export const sessionPageSchema = z.object({
  sessions: z.array(sessionSummarySchema),
  olderCursor: z.nullable(z.string()),
});
export type SessionPage = z.infer<typeof sessionPageSchema>;

/** Where a session lies. */
export type SessionShelf = "current" | "archived" | "trash";

const titleSchema = z
  .string("title must be a text.")
  .check(
    z.trim(),
    z.refine(isStorable, { error: "The name holds a character that is not text." }),
    z.minLength(1, "A session needs a name."),
    z.maxLength(TITLE_CHARS_MAX, `A name has at most ${TITLE_CHARS_MAX} characters.`),
  );

export const sessionInputSchema = z.strictObject({ title: z._default(titleSchema, UNTITLED) });

/** What a person may change about a session, at least one of it. */
export const sessionChangeSchema = z
  .strictObject({
    title: z.optional(titleSchema),
    archived: z.optional(z.boolean("archived must be true or false.")),
    deleted: z.optional(z.boolean("deleted must be true or false.")),
  })
  .check(z.refine((change) => Object.keys(change).length > 0, { error: "Name title, archived or deleted." }));
export type SessionChange = z.infer<typeof sessionChangeSchema>;
