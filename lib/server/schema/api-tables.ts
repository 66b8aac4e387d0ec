import {
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { generations, sessions } from "./studio-tables";

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** What programs show to be let in. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    id: uuid("id").primaryKey(),
    viewerId: text("viewer_id").notNull(),
    name: text("name").notNull(),
    /** SHA-256 of the token, which itself is nowhere. */
    tokenHash: text("token_hash").notNull(),
    /** Its first characters, to tell it from others. */
    prefix: text("prefix").notNull(),
    /** Where its pictures go; null: the session of all programs. */
    sessionId: uuid("session_id").references(() => sessions.id, { onDelete: "set null" }),
    monthlyLimitUsd: doublePrecision("monthly_limit_usd"),
    createdAt: moment("created_at").notNull(),
    lastUsedAt: moment("last_used_at"),
    revokedAt: moment("revoked_at"),
  },
  (t) => [
    uniqueIndex("api_tokens_by_hash").on(t.tokenHash),
    index("api_tokens_by_viewer").on(t.viewerId, t.id),
  ],
);
export type ApiTokenRow = typeof apiTokens.$inferSelect;

/** What a program asked for, and the generation that answers it: a repeat is answered by the same one. */
export const apiRequests = pgTable(
  "api_requests",
  {
    /** Made from token and Idempotency-Key where there is one. */
    id: uuid("id").primaryKey(),
    tokenId: uuid("token_id")
      .notNull()
      .references(() => apiTokens.id, { onDelete: "cascade" }),
    generationId: uuid("generation_id")
      .notNull()
      .references(() => generations.id, { onDelete: "cascade" }),
    /** SHA-256 of the method's name and the body's parameters in their order. */
    bodyHash: text("body_hash").notNull(),
    /** The highest number of a retry that was seen; 0 is the first try. */
    retryCount: integer("retry_count").notNull().default(0),
    /** When it came last. */
    seenAt: moment("seen_at").notNull(),
    /** When its pictures were first answered: addresses in the answer live from then on. */
    answeredAt: moment("answered_at"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    index("api_requests_by_body").on(t.tokenId, t.bodyHash, t.seenAt),
    index("api_requests_by_generation").on(t.generationId),
  ],
);
export type ApiRequestRow = typeof apiRequests.$inferSelect;
