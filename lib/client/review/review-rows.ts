import type { ReviewComment, ReviewMark, SessionReview } from "@/lib/domain/share/review";
import { ANYONE, NO_REVIEW, picksOf, type ReviewState } from "./review-state";

/** A row of a review that is told of. */
export type ReviewEvent =
  | { type: "mark-changed"; mark: ReviewMark }
  | { type: "comment-changed"; comment: ReviewComment };

export function reviewStateOf({ shares, marks, comments }: SessionReview): ReviewState {
  return {
    ...NO_REVIEW,
    shares,
    marks: marks.reduce(withRow, NO_REVIEW.marks),
    comments: comments.reduce(withRow, NO_REVIEW.comments),
  };
}

/** Lays a row over what is known; one that is older than the known one is ignored. */
export function applyReviewEvent(state: ReviewState, event: ReviewEvent): ReviewState {
  switch (event.type) {
    case "mark-changed":
      return { ...state, marks: withRow(state.marks, event.mark) };
    case "comment-changed":
      return { ...state, comments: withRow(state.comments, event.comment) };
  }
}

type Row = { id: string; imageId: string; version: number };

function withRow<T extends Row>(known: Readonly<Record<string, readonly T[]>>, row: T) {
  const rows = known[row.imageId] ?? [];
  const other = rows.find(({ id }) => id === row.id);
  if (other && other.version >= row.version) return known;
  const others = rows.filter(({ id }) => id !== row.id);
  return { ...known, [row.imageId]: [...others, row].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Who picked, with the number of their picks; by name. */
export type Picker = { visitorId: string; name: string; count: number };

export function pickersOf(marks: ReviewState["marks"]): Picker[] {
  const picks = Object.values(marks).flatMap((rows) => picksOf(rows));
  return [...Map.groupBy(picks, ({ visitorId }) => visitorId)]
    .map(([visitorId, rows]) => ({ visitorId, name: rows[0]?.visitorName ?? "", count: rows.length }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The pictures that were picked, the most picked first, then the newest. */
export function picksInOrder(marks: ReviewState["marks"], by: string = ANYONE): string[] {
  return Object.entries(marks)
    .map(([imageId, rows]) => ({
      imageId,
      count: picksOf(rows).length,
      isMeant: picksOf(rows, by).length > 0,
    }))
    .filter(({ isMeant }) => isMeant)
    .sort((a, b) => b.count - a.count || (a.imageId < b.imageId ? 1 : -1))
    .map(({ imageId }) => imageId);
}
