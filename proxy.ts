import { type NextRequest, NextResponse } from "next/server";
import { awayPage } from "@/lib/server/http/away-page";
import { takesVisitorWrites } from "@/lib/server/http/visitor-writes";
import { type Zone, zoneOf } from "@/lib/server/http/zone";

/**
 * Pages: refuses foreign host names, keeps the public host to shared galleries, and sets a strict
 * policy with a nonce for Next's own scripts. Routes check for themselves, and a proxy would hold
 * their bodies in memory; off the loopback names it stands before them all the same, so that there
 * not even a method of theirs can be told from nothing. Those of programs refuse in the API's words.
 */
export async function proxy(request: NextRequest) {
  const zone = zoneOf(request.headers, {
    allowedHosts: process.env.STUDIO_ALLOWED_HOSTS ?? "",
    publicUrl: process.env.STUDIO_PUBLIC_URL || undefined,
    apiUrl: process.env.STUDIO_API_URL || undefined,
  });
  const isGallery = request.nextUrl.pathname.startsWith("/g/");
  if (zone === "foreign") {
    return new NextResponse("The studio answers only to its own address.", { status: 403 });
  }
  if (zone === "public" && !isGallery) return new NextResponse("There is nothing here.", { status: 404 });
  // What takes no writes has no other method; Next would answer some of them in its own words.
  if (isGallery && !takesVisitorWrites(request.nextUrl.pathname) && !/^(GET|HEAD)$/.test(request.method)) {
    return new NextResponse("There is nothing here.", { status: 404 });
  }
  if (isRoute(request.nextUrl.pathname)) return NextResponse.next();
  return (await canRead()) ? nextPage(request, zone, isGallery) : awayPage();
}

/** A page that fails while it is put together cannot say when to come again. Before the studio is open nobody knows. */
async function canRead(): Promise<boolean> {
  const services = await globalThis.safelightServices?.catch(() => null);
  return (
    !services ||
    services.database.ping().then(
      () => true,
      () => false,
    )
  );
}

/** Routes make their own headers. */
function isRoute(pathname: string): boolean {
  return /^\/(api|i)\/|^\/g\/[^/]+\/(?!embed$)/.test(pathname);
}

function nextPage(request: NextRequest, zone: Zone, isGallery: boolean): NextResponse {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const isEmbed = isGallery && request.nextUrl.pathname.endsWith("/embed");
  const policy = contentSecurityPolicy(nonce, isEmbed ? "*" : "'none'");
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("x-content-type-options", "nosniff");
  if (isGallery || zone === "public") response.headers.set("x-robots-tag", "noindex, nofollow");
  return response;
}

function contentSecurityPolicy(nonce: string, frameAncestors: string): string {
  const isDevelopment = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    // React's development build evaluates strings to rebuild stacks.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Tiles reserve their shape in a style attribute before any script runs.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join("; ");
}

export const config = {
  matcher: [
    "/((?!api/|v1(?:/|$)|mcp$|i/|g/[^/]+/(?!embed$)|_next/static).*)",
    // The routes, asked for by any name but a loopback one. Bodies of any size go to the two that
    // are left out, which answer every method themselves.
    {
      source: "/((?:api|i|g)/(?!sessions/import|recipes).*)",
      has: [
        { type: "header", key: "host", value: "(?!(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::\\d+)?$).*" },
      ],
    },
    {
      source: "/((?:api|i|g)/(?!sessions/import|recipes).*)",
      has: [
        {
          type: "header",
          key: "x-forwarded-host",
          value: "(?!(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::\\d+)?$).*",
        },
      ],
    },
  ],
};
