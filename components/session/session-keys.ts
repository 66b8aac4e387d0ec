import type { KeyboardEvent } from "react";
import { hasModifier } from "@/lib/client/commands/image-commands";
import type { SessionSummary } from "@/lib/domain/session/session";
import type { SessionActions } from "./use-session-actions";

/** Rows that a press of Page Up or Page Down passes. */
const PAGE_ROWS = 7;

type SessionKeys = {
  sessions: readonly SessionSummary[];
  activeIndex: number;
  move(index: number): void;
  rename(sessionId: string): void;
  actions: SessionActions;
  /** The row with the focus is about to go. */
  leave(sessionId: string): void;
};

/** The keys of the list: they act on the row that has the focus. Enter is the row's own. */
export function sessionKeys({ sessions, activeIndex, move, rename, actions, leave }: SessionKeys) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const session = sessions[activeIndex];
    const isInRow = event.target instanceof Element && event.target.closest("[data-index]") !== null;
    if (!session || !isInRow || hasModifier(event)) return;
    const isDeleted = session.deletedAt !== null;
    const remove = () => {
      leave(session.id);
      void (isDeleted ? actions.restore(session) : actions.remove(session));
    };
    const archive = () => {
      if (isDeleted) return;
      leave(session.id);
      void actions.setArchived(session, session.archivedAt === null);
    };
    const run: Record<string, (() => void) | undefined> = {
      ArrowDown: () => move(activeIndex + 1),
      ArrowUp: () => move(activeIndex - 1),
      PageDown: () => move(activeIndex + PAGE_ROWS),
      PageUp: () => move(Math.max(0, activeIndex - PAGE_ROWS)),
      Home: () => move(0),
      End: () => move(sessions.length - 1),
      F2: () => rename(session.id),
      e: archive,
      E: archive,
      Backspace: remove,
      Delete: remove,
    };
    const action = run[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
}
