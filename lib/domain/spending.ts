import { z } from "zod";

/** What was spent, and what the month still allows. Days and months are UTC. */
export const spendingSchema = z.object({
  todayUsd: z.number(),
  monthUsd: z.number(),
  /** The limit in force, the lower of the environment's and the viewer's; null for none. */
  limitUsd: z.number().nullable(),
  /** The viewer's own limit, as set in the settings. */
  ownLimitUsd: z.number().nullable(),
  days: z.array(z.object({ day: z.string(), usd: z.number(), pictureCount: z.int() })),
});
export type Spending = z.infer<typeof spendingSchema>;

const limitError = "The limit must be an amount in dollars, 0 or more.";

export const settingsSchema = z.strictObject({
  monthlyLimitUsd: z.number(limitError).nonnegative(limitError).max(1_000_000, limitError).nullable(),
});
