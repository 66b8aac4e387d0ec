import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, Server, ServerResponse } from "node:http";
import { isApiHost, type ZoneSettings, zoneOf } from "@/lib/server/http/zone";
import { refuseWhileStopping } from "./refuse-while-stopping";

/** An address that nothing has, on any host. */
const NOTHING = "/nothing";
/** The same where programs ask, which are refused in the API's words. */
const API_NOTHING = "/v1/nothing";
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** An import of 32 GiB over a slow line. Node's own five minutes end it; a body that stands still is ended where it is read. */
const REQUEST_MS_MAX = 12 * 60 * 60_000;

type Incoming = Pick<IncomingMessage, "method" | "url" | "headers" | "headersDistinct">;

export type FrontDoor = {
  /** From here on every request is turned away, on a connection that ends with the answer. */
  close(backAfterMs: number): void;
  /** Resolves when those who came before have their answers, or after so long. */
  empty(withinMs: number): Promise<void>;
};

/**
 * Stands before Next, which answers some requests in its own words before `proxy.ts` is asked: it leads
 * `//api` and `/api/` elsewhere, and fails at methods it does not know and at addresses that are none.
 * On the host of shared galleries it is also a second lock: what is no gallery's never comes in.
 * Programs write addresses as they like, with two slashes or one at the end: theirs are made plain.
 */
export function openFrontDoor(settings: ZoneSettings): FrontDoor {
  const inside = new Set<ServerResponse>();
  let isClosed = false;
  let backAfterMs = 0;
  let onLeft = () => {};

  const turnAway = (request: IncomingMessage, response: ServerResponse) =>
    refuseWhileStopping(request, response, backAfterMs);
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null || !("request" in message)) return;
    if (!("response" in message && "server" in message && message.server instanceof Server)) return;
    const { request, response, server } = message;
    if (!(request instanceof IncomingMessage && response instanceof ServerResponse)) return;
    server.requestTimeout = REQUEST_MS_MAX;
    if (isClosed) {
      // This is told before the server hands the request on, so that from now on Next is not asked at all.
      server.removeAllListeners("request").on("request", turnAway);
      return;
    }
    inside.add(response);
    response.once("close", () => {
      inside.delete(response);
      onLeft();
    });
    leadIn(request, settings);
  });
  return {
    close(afterMs) {
      isClosed = true;
      backAfterMs = afterMs;
      for (const response of inside) response.shouldKeepAlive = false;
    },
    async empty(withinMs) {
      if (inside.size === 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, withinMs);
        onLeft = () => {
          if (inside.size > 0) return;
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
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
