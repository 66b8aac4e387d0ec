import "server-only";
import * as z from "zod";
import { invalidRequest } from "@/lib/domain/images-api/api-error";
import type { ImageOrder } from "@/lib/domain/images-api/image-order";
import { findModel } from "@/lib/domain/images-api/resolve-model";
import { type ApiContext, nowSeconds } from "./answer/api-context";
import { drawFromPrompt } from "./answer/drawing";
import { settlePicture } from "./answer/settled-picture";
import { refuseUnsafePrompt } from "./request/moderation";
import { readJsonParameters } from "./request/read-json-parameters";
import { wait } from "./wait";

const partSchema = z.union([
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("image_url"), image_url: z.object({ url: z.string() }) }),
]);
const bodySchema = z.object({
  model: z.string(),
  messages: z
    .array(z.object({ role: z.string(), content: z.union([z.string(), z.array(partSchema)]) }))
    .min(1),
  modalities: z.array(z.string()).optional(),
  image_config: z
    .object({ aspect_ratio: z.string().optional(), image_size: z.string().optional() })
    .optional(),
});

/** English prose has about four characters a token; a picture is written in as many. */
const CHARS_PER_TOKEN = 4;
const PICTURE_TOKENS = 1_290;

/**
 * `POST /chat/completions` of a multimodal model: the last message's words are drawn. Without `image` among the
 * modalities, and where the words ask for none, it answers in words.
 * @throws ApiError for a request that is wrong or unsafe
 */
export async function createChatCompletion(context: ApiContext, request: Request): Promise<Response> {
  const parsed = bodySchema.safeParse(Object.fromEntries(await readJsonParameters(request)));
  if (!parsed.success) {
    const param = parsed.error.issues[0]?.path.join(".") ?? null;
    throw invalidRequest("invalid_type", param, `Invalid value for '${param}'.`);
  }
  const { model: name, messages, modalities, image_config: config } = parsed.data;
  const model = findModel(context.models, name);
  if (model.endpoint !== "chat") {
    throw invalidRequest(
      "unsupported_model",
      "model",
      `'${name}' is no chat model: use /v1/images/generations.`,
    );
  }
  const prompt = wordsOf(messages.at(-1)?.content ?? "");
  refuseUnsafePrompt(model, prompt);
  await wait(context.paceMs, request.signal);
  const isPicture = modalities?.includes("image") && !/^(say|tell me)\b/i.test(prompt);
  const message = isPicture
    ? {
        role: "assistant",
        content: "",
        images: [await drawn(context, { model, prompt, ...orderOf(config) })],
      }
    : { role: "assistant", content: `You said: ${prompt}` };
  const promptTokens = Math.ceil(prompt.length / CHARS_PER_TOKEN);
  const completionTokens = isPicture ? PICTURE_TOKENS : promptTokens;
  return Response.json({
    id: "chatcmpl-offline",
    object: "chat.completion",
    created: nowSeconds(context),
    model: name,
    choices: [{ index: 0, finish_reason: "stop", message }],
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      total_tokens: promptTokens + completionTokens,
    },
  });
}

type Config = NonNullable<z.infer<typeof bodySchema>["image_config"]>;

function orderOf(config: Config | undefined): Omit<ImageOrder, "model" | "prompt"> {
  const { aspect_ratio: aspectRatio, image_size: resolution } = config ?? {};
  return {
    imageCount: 1,
    options: { ...(aspectRatio && { aspectRatio }), ...(resolution && { resolution }) },
    isStreamed: false,
    answerAs: "b64_json",
    endUser: {},
  };
}

async function drawn(context: ApiContext, order: ImageOrder) {
  const drawing = drawFromPrompt(context.painter, order.prompt, settlePicture(order));
  const [variant = 0] = context.variants.take(order.prompt, 1);
  const bytes = await drawing.finish(variant);
  const url = `data:image/png;base64,${Buffer.from(bytes).toString("base64")}`;
  return { type: "image_url", image_url: { url } };
}

function wordsOf(content: string | z.infer<typeof partSchema>[]): string {
  if (typeof content === "string") return content;
  return content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}
