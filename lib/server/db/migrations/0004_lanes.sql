ALTER TABLE "calls" ADD COLUMN "lane" uuid;--> statement-breakpoint
UPDATE "calls" SET "lane" = coalesce("generations"."matrix_id", "generations"."session_id") FROM "generations" WHERE "generations"."id" = "calls"."generation_id";--> statement-breakpoint
ALTER TABLE "calls" ALTER COLUMN "lane" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "calls_by_lane" ON "calls" USING btree ("lane","sent_at");--> statement-breakpoint
CREATE INDEX "calls_planned" ON "calls" USING btree ("lane","id") WHERE "calls"."state" = 'planned';