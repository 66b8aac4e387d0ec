import OpenAI from "openai";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { answerWith } from "@/lib/server/testing/studio.fixture";
import { type ApiServer, serveApi } from "./api-server.fixture";

let api: ApiServer;
let client: OpenAI;
let apiKey: string;
beforeAll(async () => {
  api = await serveApi(({ n }) => answerWith(n));
  apiKey = (await api.makeToken()).secret;
  client = new OpenAI({ baseURL: `${api.url}/v1`, apiKey });
}, 60_000);
afterAll(() => api[Symbol.asyncDispose]());

const rich = modelLabelled("GPT Image 1").id;
const vivid = modelLabelled("DALL·E 3").id;
const plain = modelLabelled("DALL·E 2").id;
const prompt = "a fox";

/** Written from the reference by hand (Images API, "Create image"). */
test.each<[string, object, string, string | null]>([
  ["no prompt", { model: plain }, "missing_required_parameter", "prompt"],
  ["an empty prompt", { model: plain, prompt: " " }, "empty_string", "prompt"],
  ["a prompt of no text", { model: plain, prompt: "a\u0000b" }, "invalid_value", "prompt"],
  ["1,001 characters", { model: plain, prompt: "x".repeat(1001) }, "string_above_max_length", "prompt"],
  ["4,001 characters", { model: vivid, prompt: "x".repeat(4001) }, "string_above_max_length", "prompt"],
  ["32,001 characters", { model: rich, prompt: "x".repeat(32_001) }, "string_above_max_length", "prompt"],
  ["two of what draws one", { model: vivid, prompt, n: 2 }, "invalid_value", "n"],
  ["eleven", { model: plain, prompt, n: 11 }, "invalid_value", "n"],
  ["none", { model: plain, prompt, n: 0 }, "invalid_value", "n"],
  ["half a picture", { model: plain, prompt, n: 1.5 }, "invalid_type", "n"],
  ["a size of another model", { model: plain, prompt, size: "1536x1024" }, "invalid_value", "size"],
  ["a quality of another model", { model: vivid, prompt, quality: "high" }, "invalid_value", "quality"],
  ["a style where there is none", { model: plain, prompt, style: "vivid" }, "unknown_parameter", "style"],
  ["a strange style", { model: vivid, prompt, style: "loud" }, "invalid_value", "style"],
  ["a format of no model", { model: rich, prompt, output_format: "bmp" }, "invalid_value", "output_format"],
  [
    "transparency in jpeg",
    { model: rich, prompt, background: "transparent", output_format: "jpeg" },
    "invalid_value",
    "background",
  ],
  [
    "compression of png",
    { model: rich, prompt, output_compression: 5 },
    "invalid_value",
    "output_compression",
  ],
  [
    "compression above 100",
    { model: rich, prompt, output_format: "webp", output_compression: 101 },
    "invalid_value",
    "output_compression",
  ],
  [
    "partials without a stream",
    { model: rich, prompt, partial_images: 1 },
    "invalid_value",
    "partial_images",
  ],
  [
    "four partials",
    { model: rich, prompt, stream: true, partial_images: 4 },
    "invalid_value",
    "partial_images",
  ],
  ["a stream of two pictures", { model: rich, prompt, stream: true, n: 2 }, "invalid_value", "n"],
  ["a stream of a model without", { model: vivid, prompt, stream: true }, "unknown_parameter", "stream"],
  [
    "a response format of a model that has one",
    { model: rich, prompt, response_format: "b64_json" },
    "unknown_parameter",
    "response_format",
  ],
  [
    "a response format of no model",
    { model: plain, prompt, response_format: "png" },
    "invalid_value",
    "response_format",
  ],
  ["what is no parameter", { model: plain, prompt, seed: 7 }, "unknown_parameter", "seed"],
  ["a user who is a number", { model: plain, prompt, user: 7 }, "invalid_type", "user"],
  ["a model that is a number", { model: 7, prompt }, "invalid_type", "model"],
  ["a list", [], "invalid_type", null],
])("refuses %s with 400, its code and its parameter, and writes nothing", async (_, body, code, param) => {
  const failed = await client.post("/images/generations", { body }).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(OpenAI.BadRequestError);
  expect(failed).toMatchObject({ status: 400, type: "invalid_request_error", code, param });
  expect(api.studio.sent).toEqual([]);
});

test("refuses a model that nobody knows with 404", async () => {
  const failed = await client.images
    .generate({ model: "no-such-model", prompt })
    .catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(OpenAI.NotFoundError);
  expect(failed).toMatchObject({ code: "model_not_found", param: "model" });
  await expect(client.models.retrieve("nobody/none")).rejects.toBeInstanceOf(OpenAI.NotFoundError);
});

test.each<[string, () => Promise<Response>, number, string | null]>([
  [
    "what is not JSON",
    () => send("POST", "images/generations", "a=b", "text/plain"),
    415,
    "unsupported_content_type",
  ],
  ["broken JSON", () => send("POST", "images/generations", "{"), 400, "invalid_value"],
  [
    "a body above a megabyte",
    () => send("POST", "images/generations", `"${"x".repeat(2 ** 20)}"`),
    413,
    "request_too_large",
  ],
  ["a method that is not there", () => send("DELETE", "images/generations"), 405, "method_not_supported"],
  ["a preflight", () => send("OPTIONS", "models"), 405, "method_not_supported"],
  ["an address that is not there", () => send("GET", "assistants"), 404, "unknown_url"],
  ["edits, for now", () => send("POST", "images/edits", "{}"), 404, "unknown_url"],
  ["variations", () => send("POST", "images/variations", "{}"), 404, "unknown_url"],
])("answers %s in the API's words", async (_, ask, status, code) => {
  const response = await ask();
  expect(response.status).toBe(status);
  expect(response.headers.get("x-request-id")).toMatch(/^req_/);
  expect(response.headers.has("access-control-allow-origin")).toBe(false);
  expect(await response.json()).toEqual({
    error: { code, message: expect.stringMatching(/./), type: "invalid_request_error", param: null },
  });
});

function send(method: string, path: string, body?: string, type = "application/json"): Promise<Response> {
  return fetch(`${api.url}/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, "content-type": type },
    ...(body !== undefined && { body }),
  });
}
