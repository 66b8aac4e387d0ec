import * as z from "zod/mini";
import { isStorable } from "@/lib/domain/text/storable-text";
import { storedOptionsSchema } from "./generation";

/** What a person has typed and chosen and not yet sent. */
export const draftSchema = z.object({
  modelId: z.string(),
  prompt: z.string().check(z.refine(isStorable, { error: "Prompt holds a character that is not text." })),
  options: storedOptionsSchema,
  imageCount: z.int(),
  parentImageId: z.nullable(z.uuid()),
  /** When it was kept, by the browser's clock: of two copies the newer one counts. */
  savedAt: z.optional(z.iso.datetime()),
});
export type Draft = z.infer<typeof draftSchema>;
