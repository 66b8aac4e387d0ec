import "server-only";
import type { ApiCall } from "@/lib/server/api/api-call";
import { apiOriginOf } from "@/lib/server/http/api-origin";
import { readStudioSecret } from "@/lib/server/secrets/studio-secret";
import { ADDRESS_LIFE_MS, signAddress } from "./signed-address";

/**
 * The addresses of pictures, by their ids.
 * @param bornAt from when on they live, by the database's clock
 */
export async function pictureAddresses(
  { services: { env }, token, request }: ApiCall,
  bornAt: Date,
): Promise<(imageId: string) => string> {
  const expiresAt = new Date(bornAt.getTime() + ADDRESS_LIFE_MS);
  const secret = await readStudioSecret(env);
  const origin = apiOriginOf(request.headers, env.STUDIO_API_URL);
  return (imageId) =>
    `${origin}/v1/images/files/${signAddress(secret, { tokenId: token.id, imageId, expiresAt })}`;
}
