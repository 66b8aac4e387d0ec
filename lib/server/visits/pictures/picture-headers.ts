import "server-only";

/** Whether the browser says that it has this very version. Asked only after its right to it was checked again. */
export function hasVersion(headers: Headers, etag: string): boolean {
  const known = (headers.get("if-none-match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  return known.includes(etag);
}

/**
 * Headers of what a visitor may keep but must ask for again each time: so a link that was revoked
 * shows nothing from a warm cache. `sandbox` keeps an SVG from being more than a picture.
 */
export function pictureHeaders(etag: string): Record<string, string> {
  return {
    etag,
    "cache-control": "private, no-cache",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "x-content-type-options": "nosniff",
  };
}
