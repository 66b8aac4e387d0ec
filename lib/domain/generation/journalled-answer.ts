import * as z from "zod/mini";
import { failureSchema } from "@/lib/domain/errors/failure-schema";
import { usageSchema } from "@/lib/domain/money/usage";
import { usedOptionsSchema } from "./image";

/** A picture of an answer: what its row will say once its bytes are stored, or why there are none. */
const answeredPictureSchema = z.object({
  imageId: z.uuid(),
  used: usedOptionsSchema,
  revisedPrompt: z.nullable(z.string()),
  costUsd: z.nullable(z.number()),
  /** Where it can be fetched for an hour, where the provider sent an address; forgotten once it is not needed. */
  url: z.nullable(z.string()),
  /** More than was asked for: its image is made with the journal entry. */
  isExtra: z.boolean(),
  /** How its image ends; null where it is kept. "unknown": asked for, and not in the answer. */
  ending: z.nullable(z.object({ state: z.enum(["failed", "unknown"]), failure: failureSchema })),
});
export type AnsweredPicture = z.infer<typeof answeredPictureSchema>;

/**
 * What a call answered, without the bytes. It is journalled before they are stored, so that whoever finishes its
 * pictures knows what they cost and how they were made, also after a crash.
 */
export const journalledAnswerSchema = z.object({
  answeredAt: z.iso.datetime(),
  /** Who answered: an address is fetched by the rules for that provider. */
  providerId: z.string(),
  durationMs: z.int(),
  usage: z.nullable(usageSchema),
  /** Of the whole call; null where it is not known. */
  costUsd: z.nullable(z.number()),
  pictures: z.array(answeredPictureSchema),
});
export type JournalledAnswer = z.infer<typeof journalledAnswerSchema>;
