import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";
import { isApiHost, type ZoneSettings, zoneOf } from "@/lib/server/http/zone";

/** An address that nothing has, on any host. */
const NOTHING = "/nothing";
/** The same where programs ask, which are refused in the API's words. */
const API_NOTHING = "/v1/nothing";
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

type Incoming = Pick<IncomingMessage, "method" | "url" | "headers" | "headersDistinct">;

/**
 * Stands before Next, which answers some requests in its own words before `proxy.ts` is asked: it leads
 * `//api` and `/api/` elsewhere, and fails at methods it does not know and at addresses that are none.
 * On the host of shared galleries it is also a second lock: what is no gallery's never comes in.
 * Programs write addresses as they like, with two slashes or one at the end: theirs are made plain.
 */
export function openFrontDoor(settings: ZoneSettings): void {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null || !("request" in message)) return;
    if (message.request instanceof IncomingMessage) leadIn(message.request, settings);
  });
}

/** Lets a request in as it is, or makes it one for what is not there. */
export function leadIn(request: Incoming, settings: ZoneSettings): void {
  const { method = "", url = "", headersDistinct } = request;
  // There are no server actions: nothing is asked for by this name.
  delete request.headers["next-action"];
  const path = url.replace(/[?#].*$/s, "");
  const isAmbiguous = (headersDistinct.host?.length ?? 0) > 1;
  const isKnown = METHODS.includes(method) && isDecodable(path) && !isAmbiguous;
  const headers = headersOf(request);
  const plain = isOfPrograms(path) && !isAmbiguous && isApiHost(headers, settings) ? plainPath(path) : null;
  if (isKnown && plain !== null) request.url = plain + url.slice(path.length);
  if (isKnown && (plain !== null || zoneOf(headers, settings) === "studio" || isOfGallery(path))) return;
  request.url = plain === null ? NOTHING : API_NOTHING;
  if (!METHODS.includes(method)) request.method = "GET";
}

/** `/g/…` and the files that its pages are made of, written in the one way that has no second reading. */
function isOfGallery(path: string): boolean {
  const isPlain = !/\\|%2e|%2f|%5c|\/\.{1,2}(\/|$)/i.test(path);
  return isPlain && /^\/(?:g|_next\/static)(?:\/[^/]+)*$|^\/g\/[^/]+\/$/.test(path);
}

function isOfPrograms(path: string): boolean {
  return /^\/+(v1|mcp)(\/|$)/.test(path);
}

function plainPath(path: string): string {
  return path.replace(/\/{2,}/g, "/").replace(/\/$/, "");
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return path.startsWith("/");
  } catch {
    return false;
  }
}

function headersOf({ headersDistinct }: Incoming): Headers {
  const headers = new Headers();
  for (const name of ["host", "x-forwarded-host"]) {
    const given = headersDistinct[name];
    if (given) headers.set(name, given.join(","));
  }
  return headers;
}
