import type { EndUser } from "@/lib/domain/generation/end-user";
import type { ImageModel } from "@/lib/domain/models/image-model";
import {
  chosenEntries,
  OPTIONS,
  type OptionName,
  type OptionValues,
} from "@/lib/domain/models/options/option";
import type { Dialect } from "@/lib/domain/providers/dialect";
import { isStreamed } from "./call-plan";
import { chatBody } from "./chat-request";
import type { WireBody } from "./wire-body";
import { sizeFields } from "./wire-size";

/** One request to a provider: where it goes behind the base address, and in whose shapes the answer comes. */
export type ProviderRequest = { endpoint: "images" | "chat"; path: string; body: WireBody };

type Asked = { prompt: string; options: OptionValues; endUser?: EndUser | null };

/** The request of one call, as the provider's dialect wants it. */
export function providerRequest(
  model: ImageModel,
  input: Asked,
  imageCount: number,
  dialect: Dialect,
): ProviderRequest {
  const id = wireModelId(model, dialect);
  switch (model.endpoint) {
    case "images":
      return {
        endpoint: "images",
        path: dialect.route,
        body: imagesBody(model, id, input, imageCount, dialect),
      };
    case "chat":
      return { endpoint: "chat", path: dialect.chatRoute, body: chatBody(id, input) };
  }
}

function wireModelId({ wireId, vendor }: ImageModel, { idPrefix }: Dialect): string {
  return idPrefix === "vendor" && !wireId.includes("/") ? `${vendor}/${wireId}` : wireId;
}

/**
 * Where the model can answer with an address or with bytes, bytes are asked for: an address dies
 * in 60 minutes and is one more thing to fetch.
 */
function imagesBody(
  model: ImageModel,
  id: string,
  input: Asked,
  imageCount: number,
  dialect: Dialect,
): WireBody {
  const body: WireBody = { model: id, prompt: input.prompt, n: imageCount };
  for (const [name, value] of chosenEntries(input.options)) {
    if (!isSent(name, dialect)) continue;
    if (name === "size") Object.assign(body, sizeFields(String(value), dialect));
    else body[OPTIONS[name].wire] = value;
  }
  if (isStreamed(input.options) && dialect.stream !== "none") body.stream = true;
  const { responseFormat } = dialect;
  if (responseFormat === "row" ? model.takesResponseFormat : responseFormat !== "omit")
    body.response_format = responseFormat === "row" ? "b64_json" : responseFormat;
  const { user, safetyIdentifier } = input.endUser ?? {};
  if (user) body.user = user;
  if (safetyIdentifier) body.safety_identifier = safetyIdentifier;
  return body;
}

/** What the server refuses by name is left out, whoever chose it; previews where it streams without them too. */
function isSent(name: OptionName, { refuses, stream }: Dialect): boolean {
  if (name === "partials" && (stream === "none" || stream === "completed")) return false;
  return !refuses.includes(OPTIONS[name].wire);
}
