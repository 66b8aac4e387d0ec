import * as z from "zod/mini";
import { LIMIT_USD_MAX, NAME_CHARS_MAX } from "@/lib/domain/limits";
import { cleanName } from "@/lib/domain/text/clean-text";

/** What a program shows to be let in, as the studio sees it: never the token itself. */
export type ApiToken = {
  id: string;
  name: string;
  /** The first characters of the token, to tell it from others. */
  prefix: string;
  /** Where its pictures appear; null until the first one is made. */
  sessionId: string | null;
  sessionTitle: string | null;
  /** What it may spend in a month, in dollars; null for no limit of its own. */
  monthlyLimitUsd: number | null;
  /** What it spent this month (UTC), calls under way and of unknown outcome at their estimates. */
  monthUsd: number;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

/** Every token, newest first, and where programs reach the studio. */
export type ApiTokenList = {
  tokens: ApiToken[];
  /** Such as `http://127.0.0.1:3000`; null where no address for them is known to this page. */
  apiUrl: string | null;
};

/** A new token with its secret, which is shown this once. */
export type MadeApiToken = { token: ApiToken; secret: string };

const nameError = `A token needs a name of at most ${NAME_CHARS_MAX} characters.`;
const nameSchema = z.string("name must be a text.").check(
  z.overwrite(cleanName),
  z.minLength(1, nameError),
  z.refine((name) => Array.from(name).length <= NAME_CHARS_MAX, { error: nameError }),
);
const limitError = "The limit must be an amount in dollars, 0 or more.";
const limitSchema = z.nullable(
  z.number(limitError).check(z.nonnegative(limitError), z.lte(LIMIT_USD_MAX, limitError)),
);
const sessionIdSchema = z.nullable(z.uuid("sessionId must be a UUID."));

/** The body of `POST /api/tokens`. Without a session its pictures go to one for all programs. */
export const apiTokenInputSchema = z.strictObject({
  name: nameSchema,
  sessionId: z._default(sessionIdSchema, null),
  monthlyLimitUsd: z._default(limitSchema, null),
});
export type ApiTokenInput = z.infer<typeof apiTokenInputSchema>;

/** What can be changed about a token, at least one of it. Revoking is for good. */
export const apiTokenChangeSchema = z
  .strictObject({
    monthlyLimitUsd: z.optional(limitSchema),
    sessionId: z.optional(sessionIdSchema),
    revoked: z.optional(z.literal(true, "revoked can only be true: a revoked token stays revoked.")),
  })
  .check(z.refine((change) => Object.keys(change).length > 0, { error: "Name what to change." }));
export type ApiTokenChange = z.infer<typeof apiTokenChangeSchema>;
