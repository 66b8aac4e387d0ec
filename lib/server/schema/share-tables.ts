import {
  type AnyPgColumn,
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Mark } from "@/lib/domain/share/review";
import type { ShareMode, ShareScope } from "@/lib/domain/share/share";
import { images, sessions } from "./studio-tables";

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const id = () => uuid("id").primaryKey();
const version = () => integer("version").notNull().default(1);
const shareId = () =>
  uuid("share_id")
    .notNull()
    .references(() => shares.id, { onDelete: "cascade" });
const imageId = () =>
  uuid("image_id")
    .notNull()
    .references(() => images.id, { onDelete: "cascade" });

/** A public link to a gallery. */
export const shares = pgTable(
  "shares",
  {
    id: id(),
    viewerId: text("viewer_id").notNull(),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    version: version(),
    /** SHA-256 of the token. The token itself is nowhere; whoever has the studio's secret can make it again. */
    tokenHash: text("token_hash").notNull(),
    title: text("title").notNull(),
    scope: text("scope").$type<ShareScope>().notNull(),
    mode: text("mode").$type<ShareMode>().notNull(),
    showPrompts: boolean("show_prompts").notNull(),
    allowDownload: boolean("allow_download").notNull(),
    allowReview: boolean("allow_review").notNull(),
    /** Argon2id in PHC format; null for a gallery without a password. */
    passwordHash: text("password_hash"),
    expiresAt: moment("expires_at"),
    revokedAt: moment("revoked_at"),
    views: integer("views").notNull().default(0),
    lastSeenAt: moment("last_seen_at"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("shares_by_token").on(t.tokenHash),
    index("shares_by_viewer").on(t.viewerId, t.id),
    index("shares_by_session").on(t.sessionId),
  ],
);

export type ShareRow = typeof shares.$inferSelect;

/** The pictures of a share that does not follow its session: a selection, or a frozen moment. */
export const shareImages = pgTable("share_images", { shareId: shareId(), imageId: imageId() }, (t) => [
  primaryKey({ columns: [t.shareId, t.imageId] }),
  index("share_images_by_image").on(t.imageId),
]);

/** A browser that gave a name, or the right password. */
export const shareVisitors = pgTable(
  "share_visitors",
  {
    id: id(),
    shareId: shareId(),
    /** SHA-256 of the cookie. */
    cookieHash: text("cookie_hash").notNull(),
    /** Null until one is given. */
    name: text("name"),
    /** The password hash that was answered rightly: another password asks again. */
    unlockedHash: text("unlocked_hash"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("share_visitors_by_cookie").on(t.cookieHash),
    index("share_visitors_by_share").on(t.shareId),
  ],
);

/** What a visitor thinks of a picture; null once it is taken back. */
export const shareMarks = pgTable(
  "share_marks",
  {
    id: id(),
    shareId: shareId(),
    imageId: imageId(),
    visitorId: uuid("visitor_id")
      .notNull()
      .references(() => shareVisitors.id, { onDelete: "cascade" }),
    version: version(),
    mark: text("mark").$type<Mark>(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("share_marks_by_visitor").on(t.visitorId, t.imageId),
    index("share_marks_by_share").on(t.shareId),
    index("share_marks_by_image").on(t.imageId),
  ],
);

/** A comment on a picture, or on a place in it. */
export const shareComments = pgTable(
  "share_comments",
  {
    id: id(),
    shareId: shareId(),
    imageId: imageId(),
    /** Null: the studio's owner wrote it. */
    visitorId: uuid("visitor_id").references(() => shareVisitors.id, { onDelete: "cascade" }),
    /** The comment that it answers; answers have none of their own. */
    parentId: uuid("parent_id").references((): AnyPgColumn => shareComments.id, { onDelete: "cascade" }),
    version: version(),
    text: text("text").notNull(),
    /** A place in the picture, as fractions of its width and height; both null for the whole picture. */
    pinX: doublePrecision("pin_x"),
    pinY: doublePrecision("pin_y"),
    resolvedAt: moment("resolved_at"),
    deletedAt: moment("deleted_at"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    index("share_comments_by_share").on(t.shareId, t.id),
    index("share_comments_by_image").on(t.imageId),
  ],
);

/** How often something was tried in its present window: attempts at a password, what a visitor writes. */
export const rateWindows = pgTable("rate_windows", {
  key: text("key").primaryKey(),
  startedAt: moment("started_at").notNull(),
  count: integer("count").notNull(),
});
