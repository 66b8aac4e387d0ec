import "server-only";

/** Where the client reached this server, such as `https://studio.lan:8443`; a proxy in between says so. */
export function originOf(headers: Headers): string {
  const host = firstOf(headers, "x-forwarded-host") ?? headers.get("host") ?? "localhost";
  return `${isForwardedHttps(headers) ? "https" : "http"}://${host}`;
}

/** Whether the proxy in front, where there is one, was spoken to in https. */
export function isForwardedHttps(headers: Headers): boolean {
  return firstOf(headers, "x-forwarded-proto") === "https";
}

function firstOf(headers: Headers, name: string): string | undefined {
  return headers.get(name)?.split(",")[0]?.trim().toLowerCase() || undefined;
}
