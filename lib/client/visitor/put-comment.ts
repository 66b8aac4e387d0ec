import type { SharedComment } from "@/lib/domain/share/visitor-gallery";

/**
 * Comments with one more, or a newer one in its place. A stream that was opened before the name was
 * given does not know whose a comment is; what is known stays.
 */
export function putComment(comments: readonly SharedComment[], comment: SharedComment): SharedComment[] {
  const known = comments.find(({ id }) => id === comment.id);
  if (!known) return [...comments, comment];
  const next = known.version > comment.version ? known : comment;
  const merged = { ...next, isMine: known.isMine || comment.isMine };
  return comments.map((other) => (other.id === comment.id ? merged : other));
}
