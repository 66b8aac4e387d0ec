import "server-only";
import { errorBody, toApiError } from "@/lib/domain/images-api/api-error";
import { type ApiContext, nowSeconds } from "@/lib/offline/images-api/answer/api-context";
import { wait } from "@/lib/offline/images-api/wait";
import { type Commission, usedFields } from "./commission";
import { eventStream, type StreamEvent } from "./wire-events";

/** One picture that develops: its partials, then the final, a pace apart. */
export function answerInEvents(context: ApiContext, request: Request, commission: Commission): Response {
  return eventStream(request, (signal) => developPicture(context, commission, signal));
}

async function* developPicture(
  context: ApiContext,
  commission: Commission,
  signal: AbortSignal,
): AsyncGenerator<StreamEvent> {
  const { kind, drawing, partialCount, usage } = commission;
  const [variant = 0] = commission.variants;
  const fields = (bytes: Uint8Array) => ({
    b64_json: Buffer.from(bytes).toString("base64"),
    created_at: nowSeconds(context),
    ...usedFields(commission.picture),
  });
  try {
    for (let index = 0; index < partialCount; index++) {
      await wait(context.paceMs, signal);
      const bytes = await drawing.develop(variant, index, partialCount);
      yield { type: `${kind}.partial_image`, ...fields(bytes), partial_image_index: index };
    }
    await wait(context.paceMs, signal);
    const bytes = await drawing.finish(variant);
    yield { type: `${kind}.completed`, ...fields(bytes), ...(usage && { usage }) };
  } catch (thrown) {
    if (!signal.aborted) yield { type: "error", ...errorBody(toApiError(thrown).refusal) };
  }
}
