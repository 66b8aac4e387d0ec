import "server-only";
import { checkParameters } from "@/lib/domain/images-api/check-request";
import { answerInJson } from "./answers/answer-in-json";
import { answerInEvents } from "./answers/stream-answer";
import type { ApiCall } from "./api-call";
import { findApiModel } from "./requests/find-api-model";
import { orderGeneration } from "./requests/order-generation";
import { bodyHashOf, readParameters } from "./requests/read-parameters";
import { readRequestKey } from "./requests/request-key";

/**
 * `POST /v1/images/generations`: checked as strictly as the API does, ordered once however often it comes, and
 * answered the way that was asked for.
 * @throws ApiError or AppError
 */
export async function generateImages(call: ApiCall): Promise<Response> {
  const { services, request, token } = call;
  const parameters = await readParameters(request);
  const model = await findApiModel(services, parameters);
  const order = checkParameters(model, parameters);
  const key = readRequestKey(request.headers, token.id);
  const bodyHash = bodyHashOf(parameters);
  const ordered = await orderGeneration(call, order, { key, bodyHash, parentImageId: null });
  return order.isStreamed ? answerInEvents(call, order, ordered) : answerInJson(call, order, ordered);
}
