import "server-only";
import type { ApiCall } from "@/lib/server/api/api-call";
import { markAnswered } from "@/lib/server/db/queries/api-requests";
import { apiOriginOf } from "@/lib/server/http/api-origin";
import { readStudioSecret } from "@/lib/server/secrets/studio-secret";
import { ADDRESS_LIFE_MS, signAddress } from "./signed-address";

/**
 * The addresses of a request's pictures, by their place. A repeat of the request gets the same ones for as long as they
 * live, and then new ones.
 */
export async function pictureAddresses(
  { services: { database, env }, request }: ApiCall,
  requestId: string,
): Promise<(index: number) => string> {
  const answeredAt = await markAnswered(database.drizzle, { id: requestId, withinMs: ADDRESS_LIFE_MS });
  const expiresAt = new Date(answeredAt.getTime() + ADDRESS_LIFE_MS);
  const secret = await readStudioSecret(env);
  const origin = apiOriginOf(request.headers, env.STUDIO_API_URL);
  return (index) => `${origin}/v1/images/files/${signAddress(secret, { requestId, index, expiresAt })}`;
}
