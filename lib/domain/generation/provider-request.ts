import type { ImageModel } from "@/lib/domain/models/image-model";
import { chosenEntries, OPTIONS, type OptionValues } from "@/lib/domain/models/options/option";
import { isStreamed } from "./call-plan";
import type { EndUser } from "./end-user";

/** The body of `POST /images/generations`: wire names, and nothing that was not chosen. */
export type ProviderRequest = {
  model: string;
  prompt: string;
  n: number;
  stream?: true;
  response_format?: "b64_json";
  [wireName: string]: string | number | boolean | undefined;
};

/**
 * The request of one call. `vendorPrefix` puts the vendor before a bare id, as gateways want it.
 * Where the model can answer with an address or with bytes, bytes are asked for: an address dies
 * in 60 minutes and is one more thing to fetch.
 */
export function providerRequest(
  model: ImageModel,
  input: { prompt: string; options: OptionValues; endUser?: EndUser | null },
  imageCount: number,
  vendorPrefix: boolean,
): ProviderRequest {
  const request: ProviderRequest = {
    model: vendorPrefix && !model.id.includes("/") ? `${model.vendor}/${model.id}` : model.id,
    prompt: input.prompt,
    n: imageCount,
  };
  for (const [name, value] of chosenEntries(input.options)) request[OPTIONS[name].wire] = value;
  if (isStreamed(input.options)) request.stream = true;
  if (model.takesResponseFormat) request.response_format = "b64_json";
  const { user, safetyIdentifier } = input.endUser ?? {};
  if (user) request.user = user;
  if (safetyIdentifier) request.safety_identifier = safetyIdentifier;
  return request;
}
