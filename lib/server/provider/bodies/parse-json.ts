import "server-only";

/** What a provider sent, as JSON; null for anything else, which no schema of the wire takes. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
