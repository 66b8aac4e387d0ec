import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listSessions } from "@/lib/client/api/session-api";
import { useStudio } from "@/lib/client/studio/studio-context";
import type { SessionShelf } from "@/lib/domain/session/session";

const FIRST: string | null = null;

/**
 * The sessions of a shelf whose names hold `title`, as far as they are loaded. The first page of
 * the current ones came with the page and is there at once.
 */
export function useSessionList(shelf: SessionShelf, title: string) {
  const { sessions } = useStudio();
  const isFirstView = shelf === "current" && title === "";
  const query = useInfiniteQuery({
    queryKey: ["sessions", shelf, title],
    queryFn: ({ pageParam, signal }) => listSessions({ shelf, title, before: pageParam }, signal),
    initialPageParam: FIRST,
    getNextPageParam: ({ olderCursor }) => olderCursor,
    ...(isFirstView && {
      initialData: { pages: [sessions], pageParams: [FIRST] },
      // It is as old as the page.
      initialDataUpdatedAt: 0,
    }),
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const list = useMemo(() => pages?.flatMap(({ sessions }) => sessions) ?? [], [pages]);
  return { ...query, list };
}
