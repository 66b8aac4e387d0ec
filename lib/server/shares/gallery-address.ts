import "server-only";
import type { Env } from "@/lib/server/env";
import { zoneOf } from "@/lib/server/http/zone";

type AddressEnv = Pick<Env, "STUDIO_PUBLIC_URL" | "STUDIO_ALLOWED_HOSTS">;

/** Where a link to a gallery points: the public address where there is one, else where the request came in. */
export function galleryOrigin(headers: Headers, env: AddressEnv): string {
  if (env.STUDIO_PUBLIC_URL) return env.STUDIO_PUBLIC_URL;
  const host = firstOf(headers, "x-forwarded-host") ?? headers.get("host") ?? "localhost";
  return `${isHttps(headers, env) ? "https" : "http"}://${host}`;
}

/** Whether the browser spoke https, to the proxy in front where there is one. */
export function isHttps(headers: Headers, env: AddressEnv): boolean {
  const { STUDIO_ALLOWED_HOSTS: allowedHosts, STUDIO_PUBLIC_URL: publicUrl } = env;
  if (publicUrl?.startsWith("https:") && zoneOf(headers, { allowedHosts, publicUrl }) === "public")
    return true;
  return firstOf(headers, "x-forwarded-proto") === "https";
}

function firstOf(headers: Headers, name: string): string | undefined {
  return headers.get(name)?.split(",")[0]?.trim().toLowerCase() || undefined;
}
