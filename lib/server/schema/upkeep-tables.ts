import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Pictures whose rows are gone and whose bytes are still to be removed: written with the removal of the rows. */
export const removals = pgTable("removals", {
  imageId: uuid("image_id").primaryKey(),
});

/** What one instance at a time does for all, now and then. */
export const chores = pgTable("chores", {
  name: text("name").primaryKey(),
  workerId: uuid("worker_id"),
  /** Until when whoever does it is believed to live; null while nobody does. */
  leaseUntil: moment("lease_until"),
  doneAt: moment("done_at"),
});
