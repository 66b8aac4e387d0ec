/** As much of a comment as its place among others depends on; only the studio is told when one was deleted. */
type Placed = {
  id: string;
  parentId: string | null;
  createdAt: string;
  pin: object | null;
  deletedAt?: string | null;
};

/** A comment with its answers, oldest first. `pinNumber` counts the pins of its picture from 1; null without a pin. */
export type Thread<C> = { comment: C; answers: readonly C[]; pinNumber: number | null };

/**
 * The comments that are still there, in their order. An answer goes with its comment: once that is deleted, or is
 * not among those told of, the answer has nothing to stand under (docs/decisions/0013).
 */
export function standingComments<C extends Placed>(comments: readonly C[]): C[] {
  const kept = comments.filter(({ deletedAt }) => !deletedAt);
  const heads = new Set(kept.flatMap(({ id, parentId }) => (parentId === null ? [id] : [])));
  return kept.filter(({ parentId }) => parentId === null || heads.has(parentId));
}

/** The comments of one picture as threads, oldest first. */
export function threadsOf<C extends Placed>(comments: readonly C[]): Thread<C>[] {
  const ordered = standingComments(comments).sort(byAge);
  const byParent = Map.groupBy(ordered, ({ parentId }) => parentId);
  let pins = 0;
  return (byParent.get(null) ?? []).map((comment) => ({
    comment,
    answers: byParent.get(comment.id) ?? [],
    pinNumber: comment.pin === null ? null : ++pins,
  }));
}

function byAge(a: Placed, b: Placed): number {
  return a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id);
}
