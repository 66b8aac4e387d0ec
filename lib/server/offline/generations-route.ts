import "server-only";
import { answerCommission } from "./answer-commission";
import type { ApiContext } from "./api-context";
import { commissionImages } from "./commission";
import { drawFromPrompt } from "./drawing";
import { refuseUnsafePrompt } from "./moderation";
import { settlePicture } from "./settled-picture";
import { validateRequest } from "./validate-request";
import { readJsonParameters } from "./wire-parameters";

/**
 * `POST /images/generations`.
 * @throws ApiError for a request that is wrong or unsafe
 */
export async function createGeneration(context: ApiContext, request: Request): Promise<Response> {
  const order = validateRequest(context.models, await readJsonParameters(request));
  refuseUnsafePrompt(order.model, order.prompt);
  const picture = settlePicture(order);
  const drawing = drawFromPrompt(context.painter, order.prompt, picture);
  const commission = commissionImages(context, {
    kind: "image_generation",
    order,
    picture,
    drawing,
    referenceTokens: 0,
  });
  return answerCommission(context, request, commission);
}
