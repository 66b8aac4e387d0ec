import "server-only";
import type { Env } from "@/lib/server/env";
import { isForwardedHttps, originOf } from "@/lib/server/http/origin-of";
import { zoneOf, zoneSettingsOf } from "@/lib/server/http/zone";

type AddressEnv = Pick<Env, "STUDIO_PUBLIC_URL" | "STUDIO_ALLOWED_HOSTS">;

/** Where a link to a gallery points: the public address where there is one, else where the request came in. */
export function galleryOrigin(headers: Headers, env: AddressEnv): string {
  return env.STUDIO_PUBLIC_URL ?? originOf(headers);
}

/** Whether the browser spoke https, to the proxy in front where there is one. */
export function isHttps(headers: Headers, env: AddressEnv): boolean {
  const isPublicHttps =
    env.STUDIO_PUBLIC_URL?.startsWith("https:") && zoneOf(headers, zoneSettingsOf(env)) === "public";
  return isPublicHttps || isForwardedHttps(headers);
}
