import "server-only";
import type { CallToolResult, ServerContext } from "@modelcontextprotocol/server";
import type { Image } from "@/lib/domain/generation/image";
import { checkParameters } from "@/lib/domain/images-api/check-request";
import type { WireParameters } from "@/lib/domain/images-api/wire-parameters";
import { withInitialOptions } from "@/lib/domain/models/options/initial-options";
import { finishedImages } from "@/lib/server/api/answers/finished-images";
import { followImages } from "@/lib/server/api/answers/follow-images";
import type { ApiCall } from "@/lib/server/api/api-call";
import { findApiModel } from "@/lib/server/api/requests/find-api-model";
import { orderGeneration } from "@/lib/server/api/requests/order-generation";
import { bodyHashOf } from "@/lib/server/api/requests/read-parameters";
import { requestKeyOf } from "@/lib/server/api/requests/request-key";
import { listAnsweredCalls } from "@/lib/server/db/queries/journal/calls";
import { openProgress } from "./progress";
import { showPictures } from "./show-pictures";
import { toolResult } from "./tool-result";

/** What is to be made, and from which picture where there is one. */
type Wanted = {
  parameters: WireParameters;
  parentImageId: string | null;
  idempotencyKey: string | undefined;
};

/**
 * Orders pictures as a program would, and waits for them. Who asks for progress hears of every partial; that pictures
 * go on when nobody waits any more is as true here.
 * @throws ApiError or AppError
 */
export async function runOrder(
  call: ApiCall,
  { parameters, parentImageId, idempotencyKey }: Wanted,
  context: ServerContext,
): Promise<CallToolResult> {
  const { services, token } = call;
  const checked = checkParameters(await findApiModel(services, parameters), parameters);
  const progress = openProgress(context);
  const options = progress ? withInitialOptions(checked.model, checked.options) : checked.options;
  const order = { ...checked, options };
  const key = requestKeyOf(idempotencyKey, token.id);
  const bodyHash = bodyHashOf(new Map([...parameters, ["image_id", parentImageId]]));
  const { generation } = await orderGeneration(call, order, { key, bodyHash, parentImageId });
  let images: Image[] = [];
  for await (const now of followImages(services, generation, context.mcpReq.signal)) {
    images = now;
    await progress?.tell(now, Number(generation.options.partials ?? 0));
  }
  const finished = finishedImages(images);
  const calls = await listAnsweredCalls(services.database.drizzle, { generationId: generation.id });
  const costs = calls.map(({ costUsd }) => costUsd);
  const failures = images.flatMap((image) => ("failure" in image ? [image.failure.message] : []));
  const facts = {
    generation_id: generation.id,
    session_id: generation.sessionId,
    model: generation.modelId,
    cost_usd: costs.includes(null) ? null : costs.reduce<number>((sum, usd) => sum + (usd ?? 0), 0),
    estimate_usd: generation.estimateUsd,
    is_sketch: generation.isSketch,
    ...(failures.length > 0 && { failed: failures }),
  };
  const { described, content } = await showPictures(call, finished);
  return toolResult({ ...facts, images: described }, content);
}
