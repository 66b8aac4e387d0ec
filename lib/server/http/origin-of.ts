import "server-only";

/** Where the client reached this server, such as `https://studio.lan:8443`; a proxy in between says so. */
export function originOf(headers: Headers): string {
  const first = (name: string) => headers.get(name)?.split(",")[0]?.trim();
  const scheme = first("x-forwarded-proto") === "https" ? "https" : "http";
  return `${scheme}://${first("x-forwarded-host") ?? headers.get("host") ?? "localhost"}`;
}
