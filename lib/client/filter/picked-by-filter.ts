import { createStore, useStore } from "@/lib/client/studio/store";

/** Whose picks a session's gallery shows: a visitor's id or ANYONE. */
type PickFilter = { sessionId: string; by: string };

const filters = createStore<PickFilter | null>(null);

/** @param by a visitor's id or ANYONE; null shows all pictures again */
export function setPickedBy(sessionId: string, by: string | null): void {
  filters.set(by === null ? null : { sessionId, by });
}

/** The filter of this session; another session's does not count. */
export function usePickedBy(sessionId: string): string | null {
  return useStore<PickFilter | null, string | null>(filters, null, (filter) =>
    filter?.sessionId === sessionId ? filter.by : null,
  );
}
