import * as z from "zod/mini";

/** Which provider serves, as people are told; never its key. */
export const providerInfoSchema = z.object({
  label: z.string(),
  /** No key: pictures are sketches, and every place that shows one says so. */
  isOffline: z.boolean(),
  /** Ids that the provider lists, bare; null where it gives no list. */
  listedModelIds: z.nullable(z.array(z.string())),
});
export type ProviderInfo = z.infer<typeof providerInfoSchema>;

/** The label of every picture that the offline provider drew. */
export const OFFLINE_LABEL = "Sketch, offline preview";
