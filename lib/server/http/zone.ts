import "server-only";
import type { Env } from "@/lib/server/env";

/**
 * Where a request came in. `studio`: a loopback name or one the owner allows. `public`: the host name
 * of shared galleries, on which nothing else exists. `foreign`: any other name, which a hostile page
 * could have pointed at this machine (DNS rebinding).
 */
export type Zone = "studio" | "public" | "foreign";

export type ZoneSettings = {
  /** More host names of the studio, comma-separated. */
  allowedHosts: string;
  /** The origin of shared galleries, where they have their own. */
  publicUrl: string | undefined;
  /** Where programs reach the API besides loopback names. */
  apiUrl?: string | undefined;
};

type ZoneEnv = Pick<Env, "STUDIO_ALLOWED_HOSTS" | "STUDIO_PUBLIC_URL" | "STUDIO_API_URL">;

export function zoneSettingsOf(env: ZoneEnv): ZoneSettings {
  return {
    allowedHosts: env.STUDIO_ALLOWED_HOSTS,
    publicUrl: env.STUDIO_PUBLIC_URL,
    apiUrl: env.STUDIO_API_URL,
  };
}

const LOOPBACK_NAMES = ["localhost", "127.0.0.1", "[::1]"];

/**
 * By the host the client asked for and, where a proxy stands in between, the one that it was asked
 * for: the stricter of the two counts.
 */
export function zoneOf(headers: Headers, settings: ZoneSettings): Zone {
  const zones = hostsOf(headers).map((host) => zoneOfHost(host, settings));
  if (zones.includes("public")) return "public";
  return zones.every((zone) => zone === "studio") ? "studio" : "foreign";
}

/**
 * Whether programs are answered here: on loopback names, and on the one host that the owner names for them. By both
 * hosts, as above.
 */
export function isApiHost(headers: Headers, settings: ZoneSettings): boolean {
  const apiHost = settings.apiUrl && new URL(settings.apiUrl).host;
  return hostsOf(headers).every((host) => {
    if (apiHost && (host === apiHost || nameOf(host) === apiHost)) return true;
    return isLoopback(host) && zoneOfHost(host, settings) === "studio";
  });
}

/** Whether a request names this machine itself, and nothing else on its way. */
export function isLoopbackHost(headers: Headers): boolean {
  return hostsOf(headers).every(isLoopback);
}

function isLoopback(host: string): boolean {
  return LOOPBACK_NAMES.includes(nameOf(host));
}

function hostsOf(headers: Headers): string[] {
  const hosts = [headers.get("host") ?? "", ...(headers.get("x-forwarded-host")?.split(",") ?? [])];
  return hosts.map((host) => host.trim().toLowerCase());
}

function zoneOfHost(host: string, { allowedHosts, publicUrl }: ZoneSettings): Zone {
  const name = nameOf(host);
  if (publicUrl && isPublic(host, new URL(publicUrl))) return "public";
  const allowed = allowedHosts
    .toLowerCase()
    .split(",")
    .map((entry) => entry.trim());
  return LOOPBACK_NAMES.includes(name) || (name !== "" && allowed.includes(name)) ? "studio" : "foreign";
}

/** A loopback name is public on its port alone: the studio stands on another port, or another such name. */
function isPublic(host: string, { hostname, host: publicHost }: URL): boolean {
  return LOOPBACK_NAMES.includes(hostname) ? host === publicHost : nameOf(host) === hostname;
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, "");
}
