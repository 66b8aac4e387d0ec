CREATE TABLE "ledger" (
	"call_id" uuid PRIMARY KEY NOT NULL,
	"viewer_id" text NOT NULL,
	"session_id" uuid,
	"matrix_id" uuid,
	"model_id" text NOT NULL,
	"provider" text,
	"basis" text NOT NULL,
	"lower_micro_usd" bigint,
	"upper_micro_usd" bigint,
	"cost_micro_usd" bigint,
	"pictures" integer DEFAULT 0 NOT NULL,
	"day" date
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "imported_usd" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
-- One row for each call. Where nobody was told what it cost, and it was or may have been charged for, its estimate counts.
INSERT INTO "ledger" ("call_id", "viewer_id", "session_id", "matrix_id", "model_id", "basis", "lower_micro_usd", "upper_micro_usd", "cost_micro_usd", "pictures", "day")
SELECT "id", "viewer_id", "session_id", "matrix_id", "model_id", "basis", "estimate", "estimate",
	CASE "basis" WHEN 'final' THEN round("cost_usd" * 1000000) WHEN 'estimated' THEN "estimate" WHEN 'free' THEN 0 END,
	"pictures",
	CASE WHEN "basis" NOT IN ('planned', 'committed') THEN ("settled_at" AT TIME ZONE 'utc')::date END
FROM (
	SELECT "calls"."id", "viewer_id", "session_id", "matrix_id", "model_id", "cost_usd",
		round("estimate_usd" * 1000000 * "calls"."image_count" / "generations"."image_count") AS "estimate",
		CASE
			WHEN "state" = 'planned' THEN 'planned'
			WHEN "state" = 'sent' THEN 'committed'
			WHEN "state" = 'answered' AND "cost_usd" IS NOT NULL THEN 'final'
			WHEN "state" <> 'answered' AND ("sends" = 0 OR "failure" ->> 'billed' = 'no') THEN 'free'
			ELSE 'estimated'
		END AS "basis",
		(SELECT count(*) FROM "images" WHERE "images"."generation_id" = "calls"."generation_id" AND "images"."state" = 'completed'
			AND "images"."index" BETWEEN "calls"."first_index" AND "calls"."first_index" + "calls"."image_count" - 1) AS "pictures",
		coalesce("ended_at", "sent_at", "created_at") AS "settled_at"
	FROM "calls" JOIN "generations" ON "generations"."id" = "calls"."generation_id"
) AS "known";--> statement-breakpoint
-- What was spent in sessions that are gone for good.
INSERT INTO "ledger" ("call_id", "viewer_id", "model_id", "basis", "cost_micro_usd", "pictures", "day")
SELECT gen_random_uuid(), "spending"."viewer_id", '', 'final',
	greatest(round("spending"."usd" * 1000000) - coalesce("known"."cost", 0), 0),
	greatest("picture_count" - coalesce("known"."pictures", 0), 0),
	"spending"."day"
FROM "spending" LEFT JOIN (
	SELECT "viewer_id", "day", sum("cost_micro_usd") FILTER (WHERE "basis" = 'final') AS "cost", sum("pictures") AS "pictures"
	FROM "ledger" GROUP BY "viewer_id", "day"
) AS "known" ON "known"."viewer_id" = "spending"."viewer_id" AND "known"."day" = "spending"."day"
WHERE round("spending"."usd" * 1000000) > coalesce("known"."cost", 0) OR "picture_count" > coalesce("known"."pictures", 0);--> statement-breakpoint
-- What a session cost beyond its own calls it brought with it when it was imported.
UPDATE "sessions" SET
	"imported_usd" = greatest(round("one"."spent_usd" * 1000000) - coalesce("known"."final", 0), 0) / 1000000.0,
	"spent_usd" = (greatest(round("one"."spent_usd" * 1000000) - coalesce("known"."final", 0), 0) + coalesce("known"."all", 0)) / 1000000.0
FROM "sessions" AS "one" LEFT JOIN (
	SELECT "session_id", sum("cost_micro_usd") FILTER (WHERE "basis" = 'final') AS "final", sum("cost_micro_usd") AS "all"
	FROM "ledger" GROUP BY "session_id"
) AS "known" ON "known"."session_id" = "one"."id"
WHERE "one"."id" = "sessions"."id";--> statement-breakpoint
CREATE INDEX "ledger_by_day" ON "ledger" USING btree ("viewer_id","day") WHERE "ledger"."day" is not null;--> statement-breakpoint
CREATE INDEX "ledger_open" ON "ledger" USING btree ("viewer_id") WHERE "ledger"."basis" in ('planned', 'committed');--> statement-breakpoint
CREATE INDEX "ledger_by_matrix" ON "ledger" USING btree ("matrix_id") WHERE "ledger"."matrix_id" is not null;--> statement-breakpoint
CREATE INDEX "ledger_by_session" ON "ledger" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "ledger_by_viewer" ON "ledger" USING btree ("viewer_id","call_id");