import type { Draft } from "@/lib/domain/generation/draft";
import type { Session, SessionChange, SessionPage, SessionShelf } from "@/lib/domain/session/session";
import { requestJson } from "./request-json";

/** A page of the viewer's sessions, last worked in first; `title` is a part of the name. */
export function listSessions(
  query: { shelf: SessionShelf; title: string; before: string | null },
  signal: AbortSignal,
) {
  const params = new URLSearchParams({ shelf: query.shelf });
  if (query.title) params.set("title", query.title);
  if (query.before) params.set("before", query.before);
  return requestJson<SessionPage>(`/api/sessions?${params}`, { signal });
}

/** The sessions outside the trash whose names hold `title`, last worked in first, at most a page of them. */
export function findSessions(title: string, signal: AbortSignal) {
  const params = new URLSearchParams({ shelf: "any", ...(title && { title }) });
  return requestJson<SessionPage>(`/api/sessions?${params}`, { signal });
}

export function getSession(id: string, signal: AbortSignal) {
  return requestJson<Session>(`/api/sessions/${id}`, { signal });
}

export function createSession(title?: string) {
  return requestJson<Session>("/api/sessions", { method: "POST", body: title ? { title } : {} });
}

/** Renames a session, moves it to the archive or to the trash, and back. */
export function updateSession(id: string, change: SessionChange) {
  return requestJson<Session>(`/api/sessions/${id}`, { method: "PATCH", body: change });
}

/** Browsers refuse to let requests outlive the page that carry more than 64 KiB in all. */
const KEEPALIVE_CHARS_MAX = 20_000;

/** Keeps what is typed with the session, in a request that outlives the page unless it is very long. */
export function putDraft(sessionId: string, draft: Draft) {
  const body = JSON.stringify(draft);
  const keepalive = body.length <= KEEPALIVE_CHARS_MAX;
  const headers = { "content-type": "application/json" };
  return fetch(`/api/sessions/${sessionId}/draft`, { method: "PUT", body, headers, keepalive });
}
