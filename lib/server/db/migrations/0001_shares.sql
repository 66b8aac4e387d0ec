CREATE TABLE "rate_windows" (
	"key" text PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "share_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"share_id" uuid NOT NULL,
	"image_id" uuid NOT NULL,
	"visitor_id" uuid,
	"parent_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"text" text NOT NULL,
	"pin_x" double precision,
	"pin_y" double precision,
	"resolved_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "share_images" (
	"share_id" uuid NOT NULL,
	"image_id" uuid NOT NULL,
	CONSTRAINT "share_images_share_id_image_id_pk" PRIMARY KEY("share_id","image_id")
);
--> statement-breakpoint
CREATE TABLE "share_marks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"share_id" uuid NOT NULL,
	"image_id" uuid NOT NULL,
	"visitor_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"mark" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "share_visitors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"share_id" uuid NOT NULL,
	"cookie_hash" text NOT NULL,
	"name" text,
	"unlocked_hash" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shares" (
	"id" uuid PRIMARY KEY NOT NULL,
	"viewer_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"token_hash" text NOT NULL,
	"title" text NOT NULL,
	"scope" text NOT NULL,
	"mode" text NOT NULL,
	"show_prompts" boolean NOT NULL,
	"allow_download" boolean NOT NULL,
	"allow_review" boolean NOT NULL,
	"password_hash" text,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"views" integer DEFAULT 0 NOT NULL,
	"last_seen_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "share_comments" ADD CONSTRAINT "share_comments_share_id_shares_id_fk" FOREIGN KEY ("share_id") REFERENCES "public"."shares"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_comments" ADD CONSTRAINT "share_comments_image_id_images_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."images"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_comments" ADD CONSTRAINT "share_comments_visitor_id_share_visitors_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."share_visitors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_comments" ADD CONSTRAINT "share_comments_parent_id_share_comments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."share_comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_images" ADD CONSTRAINT "share_images_share_id_shares_id_fk" FOREIGN KEY ("share_id") REFERENCES "public"."shares"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_images" ADD CONSTRAINT "share_images_image_id_images_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."images"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_marks" ADD CONSTRAINT "share_marks_share_id_shares_id_fk" FOREIGN KEY ("share_id") REFERENCES "public"."shares"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_marks" ADD CONSTRAINT "share_marks_image_id_images_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."images"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_marks" ADD CONSTRAINT "share_marks_visitor_id_share_visitors_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."share_visitors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_visitors" ADD CONSTRAINT "share_visitors_share_id_shares_id_fk" FOREIGN KEY ("share_id") REFERENCES "public"."shares"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "share_comments_by_share" ON "share_comments" USING btree ("share_id","id");--> statement-breakpoint
CREATE INDEX "share_comments_by_image" ON "share_comments" USING btree ("image_id");--> statement-breakpoint
CREATE INDEX "share_images_by_image" ON "share_images" USING btree ("image_id");--> statement-breakpoint
CREATE UNIQUE INDEX "share_marks_by_visitor" ON "share_marks" USING btree ("visitor_id","image_id");--> statement-breakpoint
CREATE INDEX "share_marks_by_share" ON "share_marks" USING btree ("share_id");--> statement-breakpoint
CREATE INDEX "share_marks_by_image" ON "share_marks" USING btree ("image_id");--> statement-breakpoint
CREATE UNIQUE INDEX "share_visitors_by_cookie" ON "share_visitors" USING btree ("cookie_hash");--> statement-breakpoint
CREATE INDEX "share_visitors_by_share" ON "share_visitors" USING btree ("share_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shares_by_token" ON "shares" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "shares_by_viewer" ON "shares" USING btree ("viewer_id","id");--> statement-breakpoint
CREATE INDEX "shares_by_session" ON "shares" USING btree ("session_id");