import "server-only";
import { originOf } from "./origin-of";

/** Where a program reached the API: what the owner names where it is that host, else what the request says. */
export function apiOriginOf(headers: Headers, apiUrl: string | undefined): string {
  const origin = originOf(headers);
  return apiUrl && new URL(apiUrl).host === new URL(origin).host ? new URL(apiUrl).origin : origin;
}
