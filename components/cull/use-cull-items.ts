import { useCallback, useEffect, useRef, useState } from "react";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { searchImages } from "@/lib/client/api/search-api";
import type { CullItem, CullSource } from "@/lib/client/studio/cull-source";
import type { SearchResult } from "@/lib/domain/gallery/search";

export type CullItems = {
  items: readonly CullItem[];
  /** Whether there are more; false when all are loaded. */
  isMore: boolean;
  problem: string | null;
  loadMore(): void;
};

/** The pictures of a cull. Those of a session or a search come a page at a time, ahead of being shown. */
export function useCullItems(source: CullSource): CullItems {
  const [loaded, setLoaded] = useState<{ items: readonly CullItem[]; before: string | null }>(() => ({
    items: source.kind === "list" ? source.items : [],
    before: null,
  }));
  const [isMore, setIsMore] = useState(source.kind === "search");
  const [problem, setProblem] = useState<string | null>(null);
  const isLoading = useRef(false);
  const abort = useRef<AbortController | null>(null);
  const loadMore = useCallback(() => {
    if (source.kind === "list" || !isMore || isLoading.current) return;
    isLoading.current = true;
    abort.current = new AbortController();
    const { signal } = abort.current;
    searchImages({ ...source.query, before: loaded.before }, signal)
      .then(
        (result) => {
          setLoaded(({ items }) => ({ items: [...items, ...itemsOf(result)], before: result.olderCursor }));
          setIsMore(result.olderCursor !== null);
          setProblem(null);
        },
        (thrown: unknown) => !signal.aborted && setProblem(refusalWords(thrown)),
      )
      .finally(() => {
        isLoading.current = false;
      });
  }, [source, isMore, loaded.before]);
  useEffect(() => () => abort.current?.abort(), []);
  return { items: loaded.items, isMore, problem, loadMore };
}

function itemsOf({ images, generations }: SearchResult): CullItem[] {
  const byId = new Map(generations.map((generation) => [generation.id, generation]));
  return images.flatMap((image) => {
    if (image.state !== "completed") return [];
    const { prompt = "", isSketch = false } = byId.get(image.generationId) ?? {};
    return [{ image, prompt, isSketch }];
  });
}
