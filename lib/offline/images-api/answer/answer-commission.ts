import "server-only";
import type { ApiContext } from "@/lib/offline/images-api/answer/api-context";
import { answerInEvents } from "./answer-in-events";
import { answerInOnePiece } from "./answer-in-one-piece";
import type { Commission } from "./commission";

/** Draws what was ordered and answers the way that was asked for. */
export function answerCommission(
  context: ApiContext,
  request: Request,
  commission: Commission,
): Promise<Response> | Response {
  return commission.order.isStreamed
    ? answerInEvents(context, request, commission)
    : answerInOnePiece(context, request, commission);
}
