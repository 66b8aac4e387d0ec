import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { listSessions } from "@/lib/client/api/session-api";
import { type Command, canRun, useCommands } from "@/lib/client/commands/command-registry";
import { useStudio } from "@/lib/client/studio/studio-context";
import { useOpenSession } from "@/lib/client/studio/use-open-session";
import type { SessionSummary } from "@/lib/domain/session/session";
import { rankCommands } from "./rank-commands";

export type PaletteEntry =
  | { kind: "command"; command: Command; run(): void }
  | { kind: "session"; session: SessionSummary; run(): void };

/** Sessions shown before anything is typed, and found by a name. */
const RECENT_MAX = 5;
const FOUND_MAX = 20;
const SEARCH_AFTER_MS = 120;

export function entryId(entry: PaletteEntry): string {
  return entry.kind === "command" ? `palette-${entry.command.id}` : `palette-${entry.session.id}`;
}

/** What the palette lists for a text: commands that can run now, then sessions by name. */
export function usePaletteEntries(text: string): { entries: PaletteEntry[]; isSearching: boolean } {
  const commands = useCommands().filter((command) => command.id !== "palette" && canRun(command));
  const { sessions, isSearching } = useFoundSessions(text.trim());
  const openSession = useOpenSession();
  const entries = [
    ...rankCommands(commands, text).map(
      (command): PaletteEntry => ({ kind: "command", command, run: command.run }),
    ),
    ...sessions.map(
      (session): PaletteEntry => ({ kind: "session", session, run: () => openSession(session.id) }),
    ),
  ];
  return { entries, isSearching };
}

/** Asked of the server, since there may be thousands; while it answers the ones before stay. */
function useFoundSessions(text: string): { sessions: readonly SessionSummary[]; isSearching: boolean } {
  const { sessions: recent, gallery } = useStudio();
  const title = useSettled(text);
  const { data, isFetching } = useQuery({
    queryKey: ["sessions", "named", title],
    queryFn: ({ signal }) => listSessions({ shelf: "current", title, before: null }, signal),
    placeholderData: keepPreviousData,
    ...(title === "" && { initialData: recent, initialDataUpdatedAt: 0 }),
  });
  const others = (data?.sessions ?? []).filter(({ id }) => id !== gallery.session.id);
  return {
    sessions: others.slice(0, title === "" ? RECENT_MAX : FOUND_MAX),
    isSearching: isFetching || title !== text,
  };
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
