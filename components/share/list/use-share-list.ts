import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listShares } from "@/lib/client/api/share-api";

const FIRST: string | null = null;

/** All shares as far as they are loaded, newest first; read anew each time somebody looks. */
export function useShareList() {
  const query = useInfiniteQuery({
    queryKey: ["shares"],
    queryFn: ({ pageParam, signal }) => listShares(pageParam, signal),
    initialPageParam: FIRST,
    getNextPageParam: ({ olderCursor }) => olderCursor,
  });
  const pages = query.data?.pages;
  const list = useMemo(() => pages?.flatMap(({ shares }) => shares) ?? [], [pages]);
  return { ...query, list };
}
