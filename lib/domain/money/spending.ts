import * as z from "zod/mini";
import { LIMIT_USD_MAX } from "@/lib/domain/limits";

/** What was spent, and what the month still allows. Days and months are UTC. */
export const spendingSchema = z.object({
  todayUsd: z.number(),
  monthUsd: z.number(),
  /** Estimates of what is not settled: calls that wait, are under way, or may have been billed this month. */
  committedUsd: z.number(),
  /** The limit in force, the lower of the environment's and the viewer's; null for none. */
  limitUsd: z.nullable(z.number()),
  /** The viewer's own limit, as set in the settings. */
  ownLimitUsd: z.nullable(z.number()),
  days: z.array(z.object({ day: z.string(), usd: z.number(), pictureCount: z.int() })),
});
export type Spending = z.infer<typeof spendingSchema>;

const limitError = "The limit must be an amount in dollars, 0 or more.";

export const settingsSchema = z.strictObject({
  monthlyLimitUsd: z.nullable(
    z.number(limitError).check(z.nonnegative(limitError), z.lte(LIMIT_USD_MAX, limitError)),
  ),
});
