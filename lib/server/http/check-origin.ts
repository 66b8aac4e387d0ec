import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Takes writes only from the studio's own pages. Programs send no Origin and pass.
 * @throws AppError forbidden
 */
export function checkOrigin({ method, headers }: Pick<Request, "headers" | "method">): void {
  if (READS.has(method)) return;
  const origin = headers.get("origin");
  const hosts = [headers.get("host"), headers.get("x-forwarded-host")].map((host) => host?.toLowerCase());
  const isForeign = origin !== null && !hosts.includes(hostOf(origin));
  if (isForeign || headers.get("sec-fetch-site") === "cross-site") {
    throw new AppError("forbidden", { message: "The request comes from another site." });
  }
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : "";
}
