import "server-only";
import { type ApiContext, nowSeconds } from "@/lib/offline/images-api/answer/api-context";
import { wait } from "@/lib/offline/images-api/wait";
import { type Commission, usedFields } from "./commission";

/** All pictures in one JSON answer. Rejects with the signal's reason when the client leaves. */
export async function answerInOnePiece(
  context: ApiContext,
  request: Request,
  commission: Commission,
): Promise<Response> {
  const { order, picture, drawing, usage } = commission;
  await wait(context.paceMs, request.signal);
  const data = [];
  for (const variant of commission.variants) {
    const bytes = await drawing.finish(variant);
    request.signal.throwIfAborted();
    data.push({ ...pictureFields(context, request, commission, bytes), ...revisedPrompt(commission) });
  }
  const created = nowSeconds(context);
  // The older models answer with the pictures alone.
  if (order.model.takesResponseFormat) return Response.json({ created, data });
  return Response.json({ created, data, ...usedFields(picture), ...(usage && { usage }) });
}

function pictureFields(
  context: ApiContext,
  request: Request,
  { order, picture }: Commission,
  bytes: Uint8Array,
) {
  switch (order.answerAs) {
    case "b64_json":
      return { b64_json: Buffer.from(bytes).toString("base64") };
    case "url": {
      const id = context.files.put(bytes, `image/${picture.format === "svg" ? "svg+xml" : picture.format}`);
      return { url: new URL(`/v1/files/${id}`, request.url).href };
    }
  }
}

/** The models with a style are the ones that write the prompt anew, and say so. */
function revisedPrompt({ order: { model, prompt, options } }: Commission) {
  const style = options.style ?? model.options.style?.default;
  return style === undefined ? {} : { revised_prompt: `A ${style} picture of ${prompt}` };
}
