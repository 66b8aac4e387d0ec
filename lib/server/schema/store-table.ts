import { sql } from "drizzle-orm";
import { boolean, integer, pgTable, timestamp, uuid } from "drizzle-orm/pg-core";

/** The one row that says which store the pictures of this database are in: the same mark is written there. */
export const storeMark = pgTable("store_mark", {
  /** Always 1. */
  id: integer("id").primaryKey(),
  mark: uuid("mark").notNull(),
  /** Whether it was seen in the store; until then whoever comes first writes it. */
  isWritten: boolean("is_written").notNull().default(false),
  /**
   * What was stored before is not taken for orphaned, though no row names it: another database may have known it,
   * one that is lost, or the one that this was restored from.
   */
  orphansSince: timestamp("orphans_since", { withTimezone: true, mode: "date" })
    .notNull()
    .default(sql`clock_timestamp()`),
});
