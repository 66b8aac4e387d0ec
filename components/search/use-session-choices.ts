import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { findSessions, getSession } from "@/lib/client/api/session-api";

export type SessionChoice = { id: string; title: string };

/** The list follows what is typed after this long. */
const TYPING_PAUSE_MS = 120;

/**
 * Sessions by a part of their names, asked of the server, since there may be thousands; while it
 * answers the ones before stay.
 */
export function useSessionChoices(text: string, recent: readonly SessionChoice[], isOpen: boolean) {
  const title = useSettled(text.trim());
  const { data, isFetching, isError } = useQuery({
    queryKey: ["sessions", "any", title],
    queryFn: ({ signal }) => findSessions(title, signal),
    placeholderData: keepPreviousData,
    enabled: isOpen,
    retry: false,
  });
  const choices: readonly SessionChoice[] = data?.sessions ?? recent;
  return { choices, isSearching: isFetching || title !== text.trim(), isError };
}

/** The name of the session that is chosen, also one that an address named. */
export function useSessionTitle(sessionId: string | null, known: readonly SessionChoice[]): string {
  const choice = known.find(({ id }) => id === sessionId);
  const { data, isError } = useQuery({
    queryKey: ["session", sessionId],
    queryFn: ({ signal }) => getSession(sessionId ?? "", signal),
    enabled: sessionId !== null && choice === undefined,
    retry: false,
  });
  if (sessionId === null) return "";
  return choice?.title ?? data?.title ?? (isError ? "A session that is gone" : "One session");
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
