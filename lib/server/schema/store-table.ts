import { boolean, integer, pgTable, uuid } from "drizzle-orm/pg-core";

/** The one row that says which store the pictures of this database are in: the same mark is written there. */
export const storeMark = pgTable("store_mark", {
  /** Always 1. */
  id: integer("id").primaryKey(),
  mark: uuid("mark").notNull(),
  /** Whether it was seen in the store; until then whoever comes first writes it. */
  isWritten: boolean("is_written").notNull().default(false),
});
