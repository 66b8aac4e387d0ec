import "server-only";
import { findOpenToken } from "@/lib/server/db/queries/api-tokens";
import type { Db } from "@/lib/server/ports/database";
import type { ApiTokenRow } from "@/lib/server/schema/api-tables";
import { secretHash } from "@/lib/server/secrets/secret-hash";
import { isTokenText } from "./token-text";

/**
 * Whose token a request bears, as `Authorization: Bearer …` or `x-api-key`. "wrong" is one that is unknown, malformed
 * or revoked: which of them is not told, nor looked up.
 */
export async function checkToken(db: Db, headers: Headers): Promise<ApiTokenRow | "absent" | "wrong"> {
  const text = bearerOf(headers.get("authorization")) ?? headers.get("x-api-key")?.trim();
  if (!text) return "absent";
  if (!isTokenText(text)) return "wrong";
  return (await findOpenToken(db, { tokenHash: secretHash(text) })) ?? "wrong";
}

function bearerOf(header: string | null): string | undefined {
  return /^bearer\s+(\S+)\s*$/i.exec(header ?? "")?.[1];
}
