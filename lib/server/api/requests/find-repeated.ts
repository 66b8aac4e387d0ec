import "server-only";
import type { ApiCall } from "@/lib/server/api/api-call";
import { otherBody } from "@/lib/server/api/errors/api-refusals";
import { readApiRequest, takeRepeatedRequest } from "@/lib/server/db/queries/api-requests";
import type { ApiRequestRow } from "@/lib/server/schema/api-tables";
import type { RequestKey } from "./request-key";

/** A retry leaves a little after the time-out: SDKs pause for up to a minute before it. */
const PAUSE_MS = 90_000;

/**
 * The request that this one repeats: the same key; or without keys the same body again, where the client says that it
 * is a retry and the try before can be no older than its time-out. Null for a new one.
 * @throws ApiError 409 for a key that came with another body
 */
export async function findRepeated(
  { services, token }: ApiCall,
  key: RequestKey,
  bodyHash: string,
): Promise<ApiRequestRow | null> {
  const { drizzle: db } = services.database;
  if (key.hasKey) {
    const known = await readApiRequest(db, { id: key.id });
    if (known && known.bodyHash !== bodyHash) throw otherBody();
    return known;
  }
  if (key.retryCount === 0) return null;
  const { retryCount } = key;
  const withinMs = key.timeoutMs + PAUSE_MS;
  return db.transaction((tx) =>
    takeRepeatedRequest(tx, { tokenId: token.id, bodyHash, retryCount, withinMs }),
  );
}
