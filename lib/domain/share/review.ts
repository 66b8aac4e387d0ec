import * as z from "zod/mini";
import { COMMENT_CHARS_MAX, NAME_CHARS_MAX } from "@/lib/domain/limits";
import { cleanName, cleanText } from "@/lib/domain/text/clean-text";

export const markSchema = z.enum(["pick", "reject"]);
export type Mark = z.infer<typeof markSchema>;

/** A place in a picture, as fractions of its width and height. */
const pinSchema = z.strictObject({
  x: z.number("pin.x must be a number.").check(z.gte(0), z.lte(1)),
  y: z.number("pin.y must be a number.").check(z.gte(0), z.lte(1)),
});
export type Pin = z.infer<typeof pinSchema>;

/** What a visitor thinks of a picture, as the studio sees it; `mark` is null once it is taken back. */
export const reviewMarkSchema = z.object({
  id: z.uuid(),
  shareId: z.uuid(),
  imageId: z.uuid(),
  visitorId: z.uuid(),
  visitorName: z.string(),
  mark: z.nullable(markSchema),
  version: z.int(),
});
export type ReviewMark = z.infer<typeof reviewMarkSchema>;

/** A comment, as the studio sees it. `visitorId` is null for what the studio's owner wrote. */
export const reviewCommentSchema = z.object({
  id: z.uuid(),
  shareId: z.uuid(),
  imageId: z.uuid(),
  visitorId: z.nullable(z.uuid()),
  visitorName: z.nullable(z.string()),
  parentId: z.nullable(z.uuid()),
  version: z.int(),
  text: z.string(),
  pin: z.nullable(pinSchema),
  resolvedAt: z.nullable(z.iso.datetime()),
  deletedAt: z.nullable(z.iso.datetime()),
  createdAt: z.iso.datetime(),
});
export type ReviewComment = z.infer<typeof reviewCommentSchema>;

/** Everything visitors said about a session's pictures, and the shares where they said it. */
export type SessionReview = {
  shares: { id: string; title: string }[];
  marks: ReviewMark[];
  comments: ReviewComment[];
};

const words = (charsMax: number, name: string, clean = cleanText) =>
  z
    .string(`${name} must be a text.`)
    .check(
      z.overwrite(clean),
      z.minLength(1, `${name} is empty.`),
      z.maxLength(charsMax, `${name} takes at most ${charsMax.toLocaleString("en-US")} characters.`),
    );

/** The body with which a visitor gives a name. */
export const visitorInputSchema = z.strictObject({ name: words(NAME_CHARS_MAX, "Name", cleanName) });

/** The body with which a visitor picks or rejects; null takes it back. */
export const markInputSchema = z.strictObject({
  imageId: z.uuid("imageId must be a UUID."),
  mark: z.nullable(markSchema),
});
export type MarkInput = z.infer<typeof markInputSchema>;

/** The body of a visitor's comment. An answer has a parent and no pin. */
export const commentInputSchema = z.strictObject({
  imageId: z.uuid("imageId must be a UUID."),
  text: words(COMMENT_CHARS_MAX, "Comment"),
  pin: z._default(z.nullable(pinSchema), null),
  parentId: z._default(z.nullable(z.uuid("parentId must be a UUID.")), null),
});
export type CommentInput = z.infer<typeof commentInputSchema>;

/** The body of the owner's answer to a comment. */
export const replyInputSchema = z.strictObject({ text: words(COMMENT_CHARS_MAX, "Reply") });

/** What the owner can change about a comment. */
export const commentChangeSchema = z.strictObject({
  resolved: z.boolean("resolved must be true or false."),
});
