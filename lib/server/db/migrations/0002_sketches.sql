ALTER TABLE "generations" ADD COLUMN "is_sketch" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Until now only what the offline provider drew was estimated to cost nothing.
UPDATE "generations" SET "is_sketch" = true WHERE "estimate_usd" = 0;
