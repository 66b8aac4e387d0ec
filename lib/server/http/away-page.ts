import "server-only";
import { APP_ERRORS } from "@/lib/domain/errors/app-error";

const AGAIN_AFTER_S = 5;

/** A page instead of the one that was asked for, while the database cannot be read: it looks again by itself. */
export function awayPage(): Response {
  const { what, todo, status } = APP_ERRORS.database_away;
  const body = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="${AGAIN_AFTER_S}">
<title>One moment</title>
<main><h1>One moment</h1><p>${what}</p><p>${todo}</p><p>This page looks again by itself every ${AGAIN_AFTER_S} seconds.</p></main>
</html>`;
  return new Response(body, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "retry-after": String(AGAIN_AFTER_S),
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'",
    },
  });
}
