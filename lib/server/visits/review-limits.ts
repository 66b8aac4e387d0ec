import "server-only";
import type { Rate } from "@/lib/server/limits/rate-limit";

const MINUTE_MS = 60_000;

/** Two pictures a second, hand on the keys: faster than anyone culls for a whole minute. */
export const MARKS: Rate = { max: 120, windowMs: MINUTE_MS };
/** A word or two under each picture, by hand; deleted ones counted too. */
export const COMMENTS: Rate = { max: 20, windowMs: MINUTE_MS };
export const NAMES: Rate = { max: 10, windowMs: MINUTE_MS };
/** A link that is opened in a meeting, or sent to a class. */
export const NEW_VISITORS: Rate = { max: 100, windowMs: 10 * MINUTE_MS };
/** Twenty people culling at once; each costs the database a few milliseconds. */
export const WRITES_OF_A_SHARE: Rate = { max: 1_200, windowMs: MINUTE_MS };
/** Guessing four letters would take years, and each try costs 19 MiB and a tenth of a second. */
export const PASSWORDS: Rate = { max: 10, windowMs: 10 * MINUTE_MS };

export const VISITORS_A_SHARE_MAX = 500;
export const COMMENTS_A_SHARE_MAX = 2_000;
