import { useEffect, useRef, useState } from "react";
import { newsOf } from "./news";
import type { SharedState } from "./visitor-gallery-state";

type Line = { id: number; text: string };
const LINES_MAX = 20;

/** Lines for a polite live region: what came or was finished since the page was opened. */
export function useNews(state: SharedState): readonly Line[] {
  const [lines, setLines] = useState<readonly Line[]>([]);
  const before = useRef(state);
  useEffect(() => {
    const was = before.current;
    before.current = state;
    if (was.kind === "gone" || state.kind === "gone") return;
    const texts = newsOf(was, state);
    if (texts.length === 0) return;
    setLines((lines) => {
      const from = (lines.at(-1)?.id ?? 0) + 1;
      return [...lines, ...texts.map((text, at) => ({ id: from + at, text }))].slice(-LINES_MAX);
    });
  }, [state]);
  return lines;
}
