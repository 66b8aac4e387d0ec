/** Says that the note was closed in this browser. A cookie, so that the first HTML has the note or has it not. */
export const OFFLINE_NOTE_COOKIE = "safelight-offline-note";

const A_YEAR_S = 31_536_000;

export function rememberClosedNote(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs https, and a studio on a desk has none.
  document.cookie = `${OFFLINE_NOTE_COOKIE}=closed; path=/; max-age=${A_YEAR_S}; samesite=lax`;
}
