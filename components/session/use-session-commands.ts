import { pickFile } from "@/lib/client/browser/pick-file";
import { useCommand } from "@/lib/client/commands/command-registry";
import { COMMAND_KEYS } from "@/lib/client/keys/keys";
import type { Session } from "@/lib/domain/session/session";
import type { SessionActions } from "./use-session-actions";

type SessionCommands = {
  session: Session;
  actions: SessionActions;
  showList(): void;
  rename(): void;
  importFile(file: File): void;
};

/** What can be done with the open session, and ways to another one. */
export function useSessionCommands({ session, actions, showList, rename, importFile }: SessionCommands) {
  const isArchived = session.archivedAt !== null;
  const isDeleted = session.deletedAt !== null;
  const group = "Session";
  useCommand({
    id: "session-new",
    group: "Create",
    label: "New session",
    keys: COMMAND_KEYS.newSession,
    run: () => void actions.create(),
  });
  useCommand({
    id: "session-list",
    group,
    label: "Show all sessions",
    keys: COMMAND_KEYS.sessions,
    words: "switch open go to trash archive",
    run: showList,
  });
  useCommand({
    id: "session-rename",
    group,
    label: "Rename session",
    keys: COMMAND_KEYS.renameSession,
    run: rename,
  });
  useCommand({
    id: "session-archive",
    group,
    label: isArchived ? "Bring session back from the archive" : "Archive session",
    isEnabled: () => !isDeleted,
    run: () => void actions.setArchived(session, !isArchived),
  });
  useCommand({
    id: "session-delete",
    group,
    label: isDeleted ? "Restore session" : "Delete session",
    words: "remove trash",
    run: () => void (isDeleted ? actions.restore(session) : actions.remove(session)),
  });
  useCommand({
    id: "session-export",
    group,
    label: "Export session as zip",
    words: "save backup download",
    isEnabled: () => !isDeleted,
    run: () => actions.save(session),
  });
  useCommand({
    id: "session-import",
    group,
    label: "Import session from a zip…",
    words: "load restore upload",
    run: () => pickFile(".zip,application/zip", importFile),
  });
}
