CREATE TABLE "calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"generation_id" uuid NOT NULL,
	"first_index" integer NOT NULL,
	"image_count" integer NOT NULL,
	"state" text NOT NULL,
	"sends" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"cancel_requested_at" timestamp with time zone,
	"worker_id" uuid,
	"lease_until" timestamp with time zone,
	"usage" jsonb,
	"cost_usd" double precision,
	"failure" jsonb
);
--> statement-breakpoint
CREATE TABLE "generations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"viewer_id" text NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"parent_image_id" uuid,
	"matrix_id" uuid,
	"cell" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"prompt" text NOT NULL,
	"model_id" text NOT NULL,
	"options" jsonb NOT NULL,
	"image_count" integer NOT NULL,
	"estimate_usd" double precision,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "images" (
	"id" uuid PRIMARY KEY NOT NULL,
	"generation_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"viewer_id" text NOT NULL,
	"index" integer NOT NULL,
	"model_id" text NOT NULL,
	"search_text" text NOT NULL,
	"search_words" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple', search_text)) STORED,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"width_px" integer NOT NULL,
	"height_px" integer NOT NULL,
	"retry_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"partial_index" integer,
	"partial_hash" text,
	"original_hash" text,
	"thumbnail_hash" text,
	"thumbhash" text,
	"content_type" text,
	"size_bytes" integer,
	"revised_prompt" text,
	"used" jsonb,
	"cost_usd" double precision,
	"duration_ms" integer,
	"failure" jsonb,
	"favourite" boolean DEFAULT false NOT NULL,
	"rejected" boolean DEFAULT false NOT NULL,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matrices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"viewer_id" text NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"template" text NOT NULL,
	"row_labels" jsonb NOT NULL,
	"column_labels" jsonb NOT NULL,
	"cap_usd" double precision,
	"created_at" timestamp with time zone NOT NULL,
	"stopped_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"viewer_id" text NOT NULL,
	"title" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"draft" jsonb,
	"picture_count" integer DEFAULT 0 NOT NULL,
	"spent_usd" double precision DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"viewer_id" text PRIMARY KEY NOT NULL,
	"monthly_limit_usd" double precision
);
--> statement-breakpoint
CREATE TABLE "spending" (
	"viewer_id" text NOT NULL,
	"day" date NOT NULL,
	"usd" double precision NOT NULL,
	"picture_count" integer NOT NULL,
	CONSTRAINT "spending_viewer_id_day_pk" PRIMARY KEY("viewer_id","day")
);
--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_generation_id_generations_id_fk" FOREIGN KEY ("generation_id") REFERENCES "public"."generations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "generations" ADD CONSTRAINT "generations_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "images" ADD CONSTRAINT "images_generation_id_generations_id_fk" FOREIGN KEY ("generation_id") REFERENCES "public"."generations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "images" ADD CONSTRAINT "images_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matrices" ADD CONSTRAINT "matrices_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calls_by_generation" ON "calls" USING btree ("generation_id","first_index");--> statement-breakpoint
CREATE INDEX "calls_by_state" ON "calls" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "generations_idempotency" ON "generations" USING btree ("viewer_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "generations_by_session" ON "generations" USING btree ("session_id","id");--> statement-breakpoint
CREATE INDEX "generations_by_matrix" ON "generations" USING btree ("matrix_id");--> statement-breakpoint
CREATE UNIQUE INDEX "images_by_generation" ON "images" USING btree ("generation_id","index");--> statement-breakpoint
CREATE INDEX "images_by_session" ON "images" USING btree ("session_id","id");--> statement-breakpoint
CREATE INDEX "images_by_viewer" ON "images" USING btree ("viewer_id","id");--> statement-breakpoint
CREATE INDEX "images_in_trash" ON "images" USING btree ("deleted_at") WHERE "images"."deleted_at" is not null;--> statement-breakpoint
CREATE INDEX "images_by_words" ON "images" USING gin ("search_words");--> statement-breakpoint
CREATE UNIQUE INDEX "matrices_idempotency" ON "matrices" USING btree ("viewer_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "matrices_by_session" ON "matrices" USING btree ("session_id","id");--> statement-breakpoint
CREATE INDEX "sessions_by_viewer" ON "sessions" USING btree ("viewer_id","updated_at","id");