import type { ReviewComment, ReviewMark } from "@/lib/domain/share/review";

/** What visitors said about a session's pictures, by picture, each in the order of its id. */
export type ReviewState = {
  shares: readonly { id: string; title: string }[];
  marks: Readonly<Record<string, readonly ReviewMark[]>>;
  comments: Readonly<Record<string, readonly ReviewComment[]>>;
};

export const NO_REVIEW: ReviewState = { shares: [], marks: {}, comments: {} };

/** Whose picks are meant: one visitor's, or anyone's. */
export const ANYONE = "anyone";

/** A picture's picks, of everyone or of one visitor. */
export function picksOf(marks: readonly ReviewMark[] = [], by: string = ANYONE): ReviewMark[] {
  return marks.filter(({ mark, visitorId }) => mark === "pick" && (by === ANYONE || visitorId === by));
}

/** The pictures that someone, or one visitor, picked. */
export function pickedIds(marks: ReviewState["marks"], by: string): ReadonlySet<string> {
  return new Set(Object.keys(marks).filter((imageId) => picksOf(marks[imageId], by).length > 0));
}
