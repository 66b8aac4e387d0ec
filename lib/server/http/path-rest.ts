import "server-only";

/**
 * What follows a prefix in a request's address, decoded once: an id may have slashes of its own, as they are or escaped.
 * What cannot be decoded stays as it is.
 */
export function pathRest({ url }: Request, prefix: string): string {
  const rest = new URL(url).pathname.slice(prefix.length);
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}
