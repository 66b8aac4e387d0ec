import { promptLength } from "@/lib/domain/generation/prompt-length";
import { IMAGES_A_GENERATION_MAX } from "@/lib/domain/limits";
import type { ImageModel } from "@/lib/domain/models/image-model";
import type { ModelTable } from "@/lib/domain/models/model-table";
import { isStorable } from "@/lib/domain/text/storable-text";
import { invalidRequest } from "./api-error";
import { checkOptions } from "./check-options";
import type { ImageOrder } from "./image-order";
import { isTakenBy } from "./model-parameters";
import { resolveModel } from "./resolve-model";
import type { WireParameters } from "./wire-parameters";

/**
 * Checks the parameters that generations and edits share, as strictly as the API does.
 * @throws ApiError for the first thing that is wrong
 */
export function checkRequest(models: ModelTable, parameters: WireParameters): ImageOrder {
  return checkParameters(resolveModel(models, parameters), parameters);
}

/**
 * The same for a model that is known already.
 * @throws ApiError for the first thing that is wrong
 */
export function checkParameters(model: ImageModel, parameters: WireParameters): ImageOrder {
  refuseForeignParameters(model, parameters);
  const prompt = readPrompt(model, parameters);
  const isStreamed = readStream(parameters);
  const imageCount = readImageCount(model, parameters, isStreamed);
  const answerAs = readAnswerAs(model, parameters);
  const endUser = readEndUser(parameters);
  const options = checkOptions(model, parameters, isStreamed);
  return { model, prompt, imageCount, options, isStreamed, answerAs, endUser };
}

/** Empty is the same as absent, as the API has it. */
function readEndUser(parameters: WireParameters): ImageOrder["endUser"] {
  const user = readText(parameters, "user");
  const safetyIdentifier = readText(parameters, "safety_identifier");
  return { ...(user && { user }), ...(safetyIdentifier && { safetyIdentifier }) };
}

function refuseForeignParameters(model: ImageModel, parameters: WireParameters): void {
  for (const wire of parameters.keys()) {
    if (isTakenBy(model, wire)) continue;
    const shown = wire.slice(0, 100);
    throw invalidRequest(
      "unknown_parameter",
      shown,
      `Unknown parameter: '${shown}' is not a parameter of ${model.id}.`,
    );
  }
}

function readPrompt(model: ImageModel, parameters: WireParameters): string {
  const prompt = readText(parameters, "prompt");
  if (prompt === undefined) {
    throw invalidRequest("missing_required_parameter", "prompt", "Missing required parameter: 'prompt'.");
  }
  if (prompt.trim() === "") {
    throw invalidRequest("empty_string", "prompt", "Invalid 'prompt': expected a text that is not empty.");
  }
  if (!isStorable(prompt)) {
    throw invalidRequest(
      "invalid_value",
      "prompt",
      "Invalid 'prompt': it holds a character that is not text.",
    );
  }
  const length = promptLength(prompt);
  if (length > model.promptCharsMax) {
    throw invalidRequest(
      "string_above_max_length",
      "prompt",
      `Invalid 'prompt': string too long. Expected at most ${model.promptCharsMax} characters, got ${length}.`,
    );
  }
  return prompt;
}

function readText(parameters: WireParameters, name: string): string | undefined {
  const value = parameters.get(name);
  if (value === undefined || typeof value === "string") return value;
  throw invalidRequest("invalid_type", name, `Invalid type for '${name}': expected a string.`);
}

function readStream(parameters: WireParameters): boolean {
  const stream = parameters.get("stream") ?? false;
  if (typeof stream !== "boolean") {
    throw invalidRequest("invalid_type", "stream", "Invalid type for 'stream': expected a boolean.");
  }
  if (!stream && parameters.has("partial_images")) {
    throw invalidRequest("invalid_value", "partial_images", "'partial_images' needs 'stream' to be true.");
  }
  return stream;
}

/** One stream serves one picture: its events carry no index of the image. */
function readImageCount(model: ImageModel, parameters: WireParameters, isStreamed: boolean): number {
  const count = parameters.get("n") ?? 1;
  if (typeof count !== "number" || !Number.isInteger(count)) {
    throw invalidRequest("invalid_type", "n", "Invalid type for 'n': expected an integer.");
  }
  const max = isStreamed ? 1 : Math.min(IMAGES_A_GENERATION_MAX, model.imagesPerCallMax);
  if (count >= 1 && count <= max) return count;
  const where = isStreamed ? "with 'stream'" : `for ${model.id}`;
  throw invalidRequest(
    "invalid_value",
    "n",
    `Invalid value for 'n': expected 1 to ${max} ${where}, got ${count}.`,
  );
}

function readAnswerAs(model: ImageModel, parameters: WireParameters): ImageOrder["answerAs"] {
  if (!model.takesResponseFormat) return "b64_json";
  const format = readText(parameters, "response_format") ?? "url";
  if (format === "url" || format === "b64_json") return format;
  throw invalidRequest(
    "invalid_value",
    "response_format",
    "Invalid value for 'response_format': expected 'url' or 'b64_json'.",
  );
}
