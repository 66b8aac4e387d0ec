import { z } from "zod";
import { storedOptionsSchema } from "./generation";

/** What a person has typed and chosen and not yet sent. */
export const draftSchema = z.object({
  modelId: z.string(),
  prompt: z.string(),
  options: storedOptionsSchema,
  imageCount: z.int(),
  parentImageId: z.uuid().nullable(),
});
export type Draft = z.infer<typeof draftSchema>;
