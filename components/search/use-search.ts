import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { searchImages } from "@/lib/client/api/search-api";
import { type Search, searchAddress } from "@/lib/client/api/search-params";
import type { CompletedImage } from "@/lib/domain/generation/image";

export type Found = { image: CompletedImage; prompt: string; isSketch: boolean; sessionTitle: string };

/** The pictures of a search as far as they are loaded. What was found before stays until the next answer. */
export function useSearch(search: Search) {
  const query = useInfiniteQuery({
    queryKey: ["search", searchAddress(search)],
    queryFn: ({ pageParam, signal }) => searchImages({ ...search, before: pageParam }, signal),
    initialPageParam: firstPage(),
    getNextPageParam: ({ olderCursor }) => olderCursor,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const { data } = query;
  const found = useMemo(
    () =>
      (data?.pages ?? []).flatMap(({ images, generations, sessionTitles }) => {
        const byId = new Map(generations.map((generation) => [generation.id, generation]));
        return images.flatMap((image): Found[] =>
          image.state === "completed"
            ? [
                {
                  image,
                  prompt: byId.get(image.generationId)?.prompt ?? "",
                  isSketch: byId.get(image.generationId)?.isSketch ?? false,
                  sessionTitle: sessionTitles[image.sessionId] ?? "",
                },
              ]
            : [],
        );
      }),
    [data],
  );
  return { ...query, found };
}

function firstPage(): string | null {
  return null;
}
