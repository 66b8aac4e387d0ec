import "server-only";
import { checkRequest } from "@/lib/domain/images-api/check-request";
import { answerCommission } from "./answer/answer-commission";
import type { ApiContext } from "./answer/api-context";
import { commissionImages } from "./answer/commission";
import { drawFromPrompt } from "./answer/drawing";
import { settlePicture } from "./answer/settled-picture";
import { refuseUnsafePrompt } from "./request/moderation";
import { readJsonParameters } from "./request/read-json-parameters";

/**
 * `POST /images/generations`.
 * @throws ApiError for a request that is wrong or unsafe
 */
export async function createGeneration(context: ApiContext, request: Request): Promise<Response> {
  const order = checkRequest(context.models, await readJsonParameters(request));
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
