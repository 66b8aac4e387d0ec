import { type NextRequest, NextResponse } from "next/server";
import { checkAddress } from "@/lib/server/http/check-address";

/**
 * For pages only; routes check for themselves, and a proxy would cut their bodies at 10 MB.
 * Refuses foreign host names and sets a strict policy with a nonce for Next's own scripts.
 */
export function proxy(request: NextRequest) {
  try {
    checkAddress(request, process.env.STUDIO_ALLOWED_HOSTS ?? "");
  } catch {
    return new NextResponse("The studio answers only to its own address.", { status: 403 });
  }
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function contentSecurityPolicy(nonce: string): string {
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
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = { matcher: ["/((?!api/|i/|v1/|_next/static|icon.svg|favicon.ico).*)"] };
