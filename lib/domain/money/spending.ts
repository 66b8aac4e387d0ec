import * as z from "zod/mini";
import { LIMIT_USD_MAX } from "@/lib/domain/limits";

/** What was spent, and what the month still allows. Days and months are UTC. */
export const spendingSchema = z.object({
  /** Which day it is where days are counted, "2026-11-22". */
  today: z.iso.date(),
  todayUsd: z.number(),
  monthUsd: z.number(),
  /** The part of the month that counts at its estimate: it may have been billed, or nobody was told how much. */
  estimatedUsd: z.number(),
  /** Upper ends of the estimates of calls that wait or are under way. */
  committedUsd: z.number(),
  /** The limit in force, the lower of the environment's and the viewer's; null for none. */
  limitUsd: z.nullable(z.number()),
  /** The viewer's own limit, as set in the settings. */
  ownLimitUsd: z.nullable(z.number()),
  days: z.array(z.object({ day: z.string(), usd: z.number(), pictureCount: z.int() })),
});
export type Spending = z.infer<typeof spendingSchema>;

const LIMIT_ERROR = "The limit must be an amount in dollars, 0 or more.";

export const settingsSchema = z.strictObject({
  monthlyLimitUsd: z.nullable(
    z.number(LIMIT_ERROR).check(z.nonnegative(LIMIT_ERROR), z.lte(LIMIT_USD_MAX, LIMIT_ERROR)),
  ),
});
