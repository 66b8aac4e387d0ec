import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { EndUser } from "@/lib/domain/generation/end-user";
import type { ImageOrder } from "@/lib/domain/images-api/image-order";
import type { ApiCall } from "@/lib/server/api/api-call";
import { insertApiRequest } from "@/lib/server/db/queries/api-requests";
import { findGeneration, type GenerationRow } from "@/lib/server/db/queries/generations";
import { createGenerationFrom } from "@/lib/server/generations/create-generation";
import { keyedHash } from "@/lib/server/secrets/keyed-hash";
import { readStudioSecret } from "@/lib/server/secrets/studio-secret";
import { admitRequest } from "@/lib/server/tokens/admit-request";
import { findRepeated } from "./find-repeated";
import type { RequestKey } from "./request-key";

/** A generation that a program asked for, now or in an earlier try of the same request. */
export type Ordered = { requestId: string; generation: GenerationRow };

/**
 * Orders a generation under the token's session and limits. A repeat of an earlier request orders nothing: it is
 * answered by the generation of that one, whatever became of its connection.
 * @throws ApiError 409 for a key in use; AppError for what the token or the month may not spend
 */
export async function orderGeneration(
  call: ApiCall,
  order: ImageOrder,
  asked: { key: RequestKey; bodyHash: string; parentImageId: string | null },
): Promise<Ordered> {
  const { key, bodyHash } = asked;
  const repeated = await findRepeated(call, key, bodyHash);
  if (!repeated) await createOrdered(call, order, asked);
  // Another try with this key may have been faster, and with another body.
  const known = repeated ?? (await findRepeated(call, { ...key, hasKey: true }, bodyHash));
  const params = { viewerId: call.viewer.id, id: known?.generationId ?? "" };
  const generation = known && (await findGeneration(call.services.database.drizzle, params));
  if (!generation) throw new AppError("internal");
  return { requestId: known.id, generation };
}

async function createOrdered(
  { services, viewer, token }: ApiCall,
  { model, prompt, options, imageCount, endUser }: ImageOrder,
  { key, bodyHash, parentImageId }: { key: RequestKey; bodyHash: string; parentImageId: string | null },
): Promise<void> {
  const { id, retryCount } = key;
  const input = { prompt, options, imageCount, parentImageId, modelId: model.id, idempotencyKey: id };
  await createGenerationFrom(services, viewer, model, input, {
    endUser: await hashed(services, endUser),
    admit: (db, estimateUsd) => admitRequest(db, { tokenId: token.id, imageCount, estimateUsd }),
    journalled: (db, generationId) =>
      insertApiRequest(db, { id, tokenId: token.id, generationId, bodyHash, retryCount }),
  });
}

/** A provider watches for abuse by them; who they are is none of its business. */
async function hashed(
  { env }: ApiCall["services"],
  { user, safetyIdentifier }: EndUser,
): Promise<EndUser | null> {
  if (!user && !safetyIdentifier) return null;
  const secret = await readStudioSecret(env);
  return {
    ...(user && { user: keyedHash(secret, "end-user", user) }),
    ...(safetyIdentifier && { safetyIdentifier: keyedHash(secret, "end-user", safetyIdentifier) }),
  };
}
