import { z } from "zod";

/** A thread of generations on one idea. */
export const sessionSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  version: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Session = z.infer<typeof sessionSchema>;
