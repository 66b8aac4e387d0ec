import * as z from "zod/mini";
import {
  PASSWORD_CHARS_MAX,
  PASSWORD_CHARS_MIN,
  PICTURES_AT_ONCE_MAX,
  TITLE_CHARS_MAX,
} from "@/lib/domain/limits";
import { isStorable } from "@/lib/domain/text/storable-text";

/** Everything in a session, its favourites, or pictures that were picked by hand. */
export const shareScopeSchema = z.enum(["session", "favourites", "selection"]);
export type ShareScope = z.infer<typeof shareScopeSchema>;

/** Live follows the session; frozen shows exactly the finished pictures of the moment it was made. */
export const shareModeSchema = z.enum(["live", "frozen"]);
export type ShareMode = z.infer<typeof shareModeSchema>;

/** Whether a share shows what is in its own list, and not what its session holds just now. */
export function isListed({ scope, mode }: { scope: ShareScope; mode: ShareMode }): boolean {
  return scope === "selection" || mode === "frozen";
}

/** A public link to a gallery, as the studio sees it. */
export type Share = {
  id: string;
  sessionId: string;
  sessionTitle: string;
  version: number;
  title: string;
  scope: ShareScope;
  mode: ShareMode;
  showPrompts: boolean;
  allowDownload: boolean;
  allowReview: boolean;
  hasPassword: boolean;
  expiresAt: string | null;
  revokedAt: string | null;
  /** Times the page was opened, and when it was last. */
  views: number;
  lastSeenAt: string | null;
  /** Pictures that someone picked, and comments of visitors. */
  pickCount: number;
  commentCount: number;
  createdAt: string;
  /** The link itself; null where another studio's secret made it, so that it cannot be made again. */
  url: string | null;
};

/** A page of the list, newest first. */
export type SharePage = { shares: Share[]; olderCursor: string | null };

const titleSchema = z
  .string("title must be a text.")
  .check(
    z.trim(),
    z.refine(isStorable, { error: "The title holds a character that is not text." }),
    z.minLength(1, "A gallery needs a title."),
    z.maxLength(TITLE_CHARS_MAX, `A title has at most ${TITLE_CHARS_MAX} characters.`),
  );
/** What is no moment has failed already: it is neither past nor to come. */
const expiresAtSchema = z.nullable(
  z.iso.datetime({ offset: true, error: "expiresAt must be a date and time, or null." }).check(
    z.refine((moment) => !(new Date(moment) <= new Date()), {
      error: "The gallery must end in the future.",
    }),
  ),
);
const passwordSchema = z.nullable(
  z
    .string("password must be a text.")
    .check(
      z.refine(isStorable, { error: "The password holds a character that is not text." }),
      z.minLength(PASSWORD_CHARS_MIN, `A password has at least ${PASSWORD_CHARS_MIN} characters.`),
      z.maxLength(PASSWORD_CHARS_MAX, `A password has at most ${PASSWORD_CHARS_MAX} characters.`),
    ),
);
const flag = (name: string) => z.boolean(`${name} must be true or false.`);

/** The body of `POST /api/shares`. `imageIds` belongs to a selection alone. */
export const shareInputSchema = z
  .strictObject({
    sessionId: z.uuid("sessionId must be a UUID."),
    title: titleSchema,
    scope: z._default(shareScopeSchema, "session"),
    imageIds: z._default(
      z
        .array(z.uuid("imageIds must be UUIDs."))
        .check(z.maxLength(PICTURES_AT_ONCE_MAX, `At most ${PICTURES_AT_ONCE_MAX} pictures at once.`)),
      [],
    ),
    mode: z._default(shareModeSchema, "live"),
    expiresAt: z._default(expiresAtSchema, null),
    password: z._default(passwordSchema, null),
    showPrompts: z._default(flag("showPrompts"), false),
    allowDownload: z._default(flag("allowDownload"), false),
    allowReview: z._default(flag("allowReview"), true),
  })
  .check(
    z.refine(({ scope, imageIds }) => (scope === "selection") === imageIds.length > 0, {
      error: "A selection names its pictures; a session and its favourites name none.",
      path: ["imageIds"],
    }),
  );
export type ShareInput = z.infer<typeof shareInputSchema>;

/** What can be changed about a share, at least one of it. Revoking is for good. */
export const shareChangeSchema = z
  .strictObject({
    title: z.optional(titleSchema),
    expiresAt: z.optional(expiresAtSchema),
    /** Null takes the password away. */
    password: z.optional(passwordSchema),
    showPrompts: z.optional(flag("showPrompts")),
    allowDownload: z.optional(flag("allowDownload")),
    allowReview: z.optional(flag("allowReview")),
    revoked: z.optional(z.literal(true, "revoked can only be true: a revoked link stays revoked.")),
  })
  .check(z.refine((change) => Object.keys(change).length > 0, { error: "Name what to change." }));
export type ShareChange = z.infer<typeof shareChangeSchema>;
