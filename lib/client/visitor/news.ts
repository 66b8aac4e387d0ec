import type { OpenState } from "./open-state";

/** What to say about the step from one state of a gallery to the next. */
export function newsOf({ gallery: before }: OpenState, { gallery: after }: OpenState): string[] {
  if (before === after || before.olderCursor !== after.olderCursor) return [];
  const known = new Map(before.pictures.map((picture) => [picture.id, picture]));
  const arrived = after.pictures.filter(({ id }) => !known.has(id)).length;
  const finished = after.pictures.flatMap(({ id, state }, at) => {
    const was = known.get(id);
    return was && was.state !== "completed" && state === "completed" ? [`Picture ${at + 1} is finished`] : [];
  });
  const heard = new Set(before.comments.map(({ id }) => id));
  const comments = after.comments.filter(({ id, isMine }) => !isMine && !heard.has(id)).length;
  return [
    ...(arrived > 0 ? [arrived === 1 ? "A new picture arrived" : `${arrived} new pictures arrived`] : []),
    ...finished,
    ...(comments > 0 ? [comments === 1 ? "A new comment arrived" : `${comments} new comments arrived`] : []),
  ];
}
