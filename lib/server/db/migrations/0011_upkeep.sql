CREATE TABLE "chores" (
	"name" text PRIMARY KEY NOT NULL,
	"worker_id" uuid,
	"lease_until" timestamp with time zone,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "removals" (
	"image_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "store_mark" ADD COLUMN "orphans_since" timestamp with time zone DEFAULT clock_timestamp() NOT NULL;