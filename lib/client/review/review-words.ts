import type { ReviewMark } from "@/lib/domain/share/review";

/** The names of those who marked, each once. */
export function namesOf(marks: readonly ReviewMark[]): string[] {
  return [...new Set(marks.map(({ visitorName }) => visitorName))];
}

/** "Ana", "Ana and Ben", "Ana, Ben and Cem" */
export function listWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last;
}
