import { picksOf, type ReviewState } from "@/lib/client/review/review-state";
import type { ReviewComment, ReviewMark } from "@/lib/domain/share/review";
import { countWords } from "@/lib/domain/text/count-words";

/** What visitors did between two states of a review: lines on picks, and the comments that came. */
export type ReviewNews = { lines: string[]; comments: ReviewComment[] };

/** "Ana picked a picture", "Ben picked 3 pictures"; what visitors wrote, not what the designer did. */
export function reviewNewsOf(before: ReviewState, after: ReviewState): ReviewNews {
  const picks = changed(before.marks, after.marks).flatMap(([was, rows]) => newPicks(was, rows));
  const comments = changed(before.comments, after.comments).flatMap(([was, rows]) => newComments(was, rows));
  const lines = [...Map.groupBy(picks, ({ visitorId }) => visitorId).values()].map(
    (rows) =>
      `${rows[0]?.visitorName} picked ${rows.length === 1 ? "a picture" : countWords(rows.length, "picture")}`,
  );
  return { lines, comments };
}

type ByImage<T> = Readonly<Record<string, readonly T[]>>;

function changed<T>(before: ByImage<T>, after: ByImage<T>): [readonly T[], readonly T[]][] {
  return Object.entries(after).flatMap(([imageId, rows]) =>
    before[imageId] === rows ? [] : [[before[imageId] ?? [], rows]],
  );
}

function newPicks(before: readonly ReviewMark[], after: readonly ReviewMark[]): ReviewMark[] {
  const picked = new Set(picksOf(before).map(({ id }) => id));
  return picksOf(after).filter(({ id }) => !picked.has(id));
}

function newComments(before: readonly ReviewComment[], after: readonly ReviewComment[]): ReviewComment[] {
  const known = new Set(before.map(({ id }) => id));
  return after.filter(
    ({ id, visitorId, deletedAt }) => visitorId !== null && deletedAt === null && !known.has(id),
  );
}
