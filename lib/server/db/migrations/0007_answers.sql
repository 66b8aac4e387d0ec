ALTER TABLE "calls" ADD COLUMN "answer" jsonb;--> statement-breakpoint
-- From here on a lease beside an answer says that pictures of it are not finished.
UPDATE "calls" SET "lease_until" = null WHERE "state" = 'answered';--> statement-breakpoint
CREATE INDEX "calls_unsettled" ON "calls" USING btree ("lease_until") WHERE "calls"."state" = 'answered' and "calls"."lease_until" is not null;