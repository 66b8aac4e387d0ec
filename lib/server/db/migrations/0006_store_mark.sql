CREATE TABLE "store_mark" (
	"id" integer PRIMARY KEY NOT NULL,
	"mark" uuid NOT NULL,
	"is_written" boolean DEFAULT false NOT NULL
);
