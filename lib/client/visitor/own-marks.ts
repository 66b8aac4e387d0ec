import type { Mark } from "@/lib/domain/share/review";

/** Marks with what this page did laid over them; null takes a mark away. */
export function withOwnMarks(
  marks: Readonly<Record<string, Mark>>,
  own: Readonly<Record<string, Mark | null>>,
): Record<string, Mark> {
  const merged: Record<string, Mark> = { ...marks };
  for (const [id, mark] of Object.entries(own)) {
    if (mark === null) delete merged[id];
    else merged[id] = mark;
  }
  return merged;
}
