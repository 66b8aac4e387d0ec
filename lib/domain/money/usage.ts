import * as z from "zod/mini";

/** Tokens the provider counted for one call. */
export const usageSchema = z.object({
  textInputTokens: z.number(),
  imageInputTokens: z.number(),
  outputTokens: z.number(),
});
export type Usage = z.infer<typeof usageSchema>;
