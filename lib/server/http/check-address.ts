import "server-only";
import { AppError } from "@/lib/domain/app-error";

const LOOPBACK_NAMES = ["localhost", "127.0.0.1", "[::1]"];
const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * The studio without accounts answers on loopback names only, so that a foreign page cannot reach
 * it by pointing its own name at this machine (DNS rebinding), and takes writes only from its own
 * pages. Programs send no Origin and pass.
 * @param allowedHosts more host names, comma-separated, from the environment
 * @throws AppError forbidden
 */
export function checkAddress(request: Pick<Request, "headers" | "method">, allowedHosts: string): void {
  const host = request.headers.get("host") ?? "";
  if (!isAllowedHost(host, allowedHosts)) throw new AppError("forbidden");
  if (READS.has(request.method)) return;
  const origin = request.headers.get("origin");
  const isForeign = origin !== null && hostOf(origin) !== host.toLowerCase();
  if (isForeign || request.headers.get("sec-fetch-site") === "cross-site") {
    throw new AppError("forbidden", { message: "The request comes from another site." });
  }
}

function isAllowedHost(host: string, allowedHosts: string): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, "");
  const allowed = allowedHosts
    .toLowerCase()
    .split(",")
    .map((entry) => entry.trim());
  return LOOPBACK_NAMES.includes(name) || (name !== "" && allowed.includes(name));
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
