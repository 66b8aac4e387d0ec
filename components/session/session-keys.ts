import type { KeyboardEvent } from "react";
import { actionOf, KEYS } from "@/lib/client/keys/keys";
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
export function sessionKeys({ sessions, activeIndex, move, rename, actions: does, leave }: SessionKeys) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const session = sessions[activeIndex];
    const isInRow = event.target instanceof Element && event.target.closest("[data-index]") !== null;
    if (!session || !isInRow) return;
    const isDeleted = session.deletedAt !== null;
    const remove = () => {
      leave(session.id);
      void (isDeleted ? does.restore(session) : does.remove(session));
    };
    const archive = () => {
      if (isDeleted) return;
      leave(session.id);
      void does.setArchived(session, session.archivedAt === null);
    };
    const actions: Record<keyof typeof KEYS.sessions, (() => void) | undefined> = {
      down: () => move(activeIndex + 1),
      up: () => move(activeIndex - 1),
      pageDown: () => move(activeIndex + PAGE_ROWS),
      pageUp: () => move(Math.max(0, activeIndex - PAGE_ROWS)),
      first: () => move(0),
      last: () => move(sessions.length - 1),
      open: undefined,
      rename: () => rename(session.id),
      archive,
      delete: remove,
    };
    const action = actionOf(KEYS.sessions, event);
    const run = action && actions[action];
    if (!run) return;
    event.preventDefault();
    run();
  };
}
