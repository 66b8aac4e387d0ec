import { type SQL, sql } from "drizzle-orm";
import {
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Failure } from "@/lib/domain/errors/failure-schema";
import type { Draft } from "@/lib/domain/generation/draft";
import type { EndUser } from "@/lib/domain/generation/end-user";
import type { ImageState, UsedOptions, WaitsFor } from "@/lib/domain/generation/image";
import type { JournalledAnswer } from "@/lib/domain/generation/journalled-answer";
import type { MatrixCell } from "@/lib/domain/generation/matrix-cell";
import type { OptionValues } from "@/lib/domain/models/options/option";
import type { Usage } from "@/lib/domain/money/usage";

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
/** Words as they are, in any language, without stemming. */
const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
const id = () => uuid("id").primaryKey();
const version = () => integer("version").notNull().default(1);

/** A thread of generations on one idea. Ids are UUIDv7 everywhere: sorted by id is sorted by time. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    viewerId: text("viewer_id").notNull(),
    title: text("title").notNull(),
    version: version(),
    /** What is typed and not yet sent. */
    draft: jsonb("draft").$type<Draft>(),
    /**
     * Finished pictures that are not in the trash, and dollars: what its calls count in the ledger, and what it had cost
     * before it was imported. Kept up to date, so that lists need not count.
     */
    pictureCount: integer("picture_count").notNull().default(0),
    spentUsd: doublePrecision("spent_usd").notNull().default(0),
    importedUsd: doublePrecision("imported_usd").notNull().default(0),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    archivedAt: moment("archived_at"),
    deletedAt: moment("deleted_at"),
  },
  (t) => [index("sessions_by_viewer").on(t.viewerId, t.updatedAt, t.id)],
);

/** One submit of the form. */
export const generations = pgTable(
  "generations",
  {
    id: id(),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id),
    viewerId: text("viewer_id").notNull(),
    idempotencyKey: uuid("idempotency_key").notNull(),
    parentImageId: uuid("parent_image_id"),
    /** The cell of a prompt matrix that this generation is; null for one made alone. */
    matrixId: uuid("matrix_id"),
    cell: jsonb("cell").$type<MatrixCell>(),
    version: version(),
    prompt: text("prompt").notNull(),
    modelId: text("model_id").notNull(),
    options: jsonb("options").$type<OptionValues>().notNull(),
    imageCount: integer("image_count").notNull(),
    estimateUsd: doublePrecision("estimate_usd"),
    /** For whom a program asked, hashed; null for what people asked for. */
    endUser: jsonb("end_user").$type<EndUser>(),
    /** Drawn by the offline provider, whichever serves later. */
    isSketch: boolean("is_sketch").notNull().default(false),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("generations_idempotency").on(t.viewerId, t.idempotencyKey),
    index("generations_by_session").on(t.sessionId, t.id),
    index("generations_by_matrix").on(t.matrixId),
  ],
);

export type CallState = "planned" | "sent" | "answered" | "failed" | "cancelled" | "unknown";

/** One request to the provider: the journal. `sent` is committed before the request leaves. */
export const calls = pgTable(
  "calls",
  {
    id: id(),
    generationId: uuid("generation_id")
      .notNull()
      .references(() => generations.id),
    /** Who takes turns: a matrix, or what is made alone in a session. Calls of one lane are sent in their order. */
    lane: uuid("lane").notNull(),
    firstIndex: integer("first_index").notNull(),
    imageCount: integer("image_count").notNull(),
    state: text("state").$type<CallState>().notNull(),
    /** How many times it was sent. */
    sends: integer("sends").notNull().default(0),
    /** Not to be sent before, where the provider asked for a pause. */
    notBefore: moment("not_before"),
    sentAt: moment("sent_at"),
    endedAt: moment("ended_at"),
    cancelRequestedAt: moment("cancel_requested_at"),
    /** Who works on it, and until when that is believed without a sign of life. */
    workerId: uuid("worker_id"),
    leaseUntil: moment("lease_until"),
    /**
     * Whether a claimed call's request can have left: `held` until its worker has looked a last time, then `left`.
     * Null: it waits, or an older version of the studio claimed it, and nobody knows.
     */
    fence: text("fence").$type<"held" | "left">(),
    usage: jsonb("usage").$type<Usage>(),
    costUsd: doublePrecision("cost_usd"),
    /** What was answered. As long as there is a lease beside it, pictures of it are not finished. */
    answer: jsonb("answer").$type<JournalledAnswer>(),
    failure: jsonb("failure").$type<Failure>(),
  },
  (t) => [
    index("calls_by_generation").on(t.generationId, t.firstIndex),
    index("calls_by_state").on(t.state),
    index("calls_unsettled")
      .on(t.leaseUntil)
      .where(sql`${t.state} = 'answered' and ${t.leaseUntil} is not null`),
    index("calls_by_lane").on(t.lane, t.sentAt),
    index("calls_planned").on(t.lane, t.id).where(sql`${t.state} = 'planned'`),
  ],
);

/** One picture slot. The bytes are in storage, under the image's id. */
export const images = pgTable(
  "images",
  {
    id: id(),
    generationId: uuid("generation_id")
      .notNull()
      .references(() => generations.id),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id),
    viewerId: text("viewer_id").notNull(),
    index: integer("index").notNull(),
    /** The generation's model, and the words of its prompts: repeated here, so that a search reads one table. */
    modelId: text("model_id").notNull(),
    searchText: text("search_text").notNull(),
    searchWords: tsvector("search_words").generatedAlwaysAs(
      (): SQL => sql`to_tsvector('simple', search_text)`,
    ),
    state: text("state").$type<ImageState>().notNull(),
    version: version(),
    widthPx: integer("width_px").notNull(),
    heightPx: integer("height_px").notNull(),
    retryAt: moment("retry_at"),
    sentAt: moment("sent_at"),
    /** What an image that is under way waits for, beside its turn and the provider's work. */
    waitsFor: text("waits_for").$type<WaitsFor>(),
    partialIndex: integer("partial_index"),
    partialHash: text("partial_hash"),
    originalHash: text("original_hash"),
    thumbnailHash: text("thumbnail_hash"),
    thumbhash: text("thumbhash"),
    contentType: text("content_type"),
    sizeBytes: integer("size_bytes"),
    revisedPrompt: text("revised_prompt"),
    used: jsonb("used").$type<UsedOptions>(),
    costUsd: doublePrecision("cost_usd"),
    durationMs: integer("duration_ms"),
    failure: jsonb("failure").$type<Failure>(),
    favourite: boolean("favourite").notNull().default(false),
    /** Passed over in a cull; it stays, out of the way. */
    rejected: boolean("rejected").notNull().default(false),
    deletedAt: moment("deleted_at"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("images_by_generation").on(t.generationId, t.index),
    index("images_by_session").on(t.sessionId, t.id),
    index("images_by_viewer").on(t.viewerId, t.id),
    index("images_in_trash").on(t.deletedAt).where(sql`${t.deletedAt} is not null`),
    index("images_by_words").using("gin", t.searchWords),
    // All that a filter asks for, in the order of the answer: what few or none have is looked up without a row being read.
    index("images_to_filter")
      .on(
        t.viewerId,
        t.id,
        t.modelId,
        t.widthPx,
        t.heightPx,
        t.favourite,
        t.rejected,
        t.sessionId,
        t.createdAt,
      )
      .where(sql`${t.state} = 'completed' and ${t.deletedAt} is null`),
  ],
);

/** A plan of many generations from one prompt with alternatives. */
export const matrices = pgTable(
  "matrices",
  {
    id: id(),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id),
    viewerId: text("viewer_id").notNull(),
    idempotencyKey: uuid("idempotency_key").notNull(),
    version: version(),
    /** The prompt as it was written, with its braces. */
    template: text("template").notNull(),
    rowLabels: jsonb("row_labels").$type<string[]>().notNull(),
    columnLabels: jsonb("column_labels").$type<string[]>().notNull(),
    /** What all its calls together may cost; null for no cap. */
    capUsd: doublePrecision("cap_usd"),
    createdAt: moment("created_at").notNull(),
    stoppedAt: moment("stopped_at"),
  },
  (t) => [
    uniqueIndex("matrices_idempotency").on(t.viewerId, t.idempotencyKey),
    index("matrices_by_session").on(t.sessionId, t.id),
  ],
);

/** What a viewer has set in the studio. */
export const settings = pgTable("settings", {
  viewerId: text("viewer_id").primaryKey(),
  /** Null: no limit of the viewer's own. */
  monthlyLimitUsd: doublePrecision("monthly_limit_usd"),
});
