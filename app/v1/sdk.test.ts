import Dedalus from "dedalus-labs";
import OpenAI from "openai";
import OpenAI6 from "openai-6";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { readAddress, signAddress } from "@/lib/server/api/addresses/signed-address";
import { answerWith, openEventStream, picture, refuseWith } from "@/lib/server/testing/studio.fixture";
import { type ApiServer, SECRET, serveApi } from "./api-server.fixture";

let api: ApiServer;
let apiKey: string;
let answer: Parameters<typeof serveApi>[0];
beforeAll(async () => {
  api = await serveApi((call) => answer(call));
  apiKey = (await api.makeToken()).secret;
}, 60_000);
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(() => {
  answer = ({ n }) => answerWith(n);
  api.studio.sent.splice(0);
});

const rich = modelLabelled("GPT Image 1");
const vivid = modelLabelled("DALL·E 3");
const plain = modelLabelled("DALL·E 2");
const prompt = "A cute baby sea otter";

const usage = {
  input_tokens: 15,
  input_tokens_details: { text_tokens: 11, image_tokens: 4 },
  output_tokens: 272,
  total_tokens: 287,
};
const used = { size: "1536x1024", quality: "low", background: "opaque", output_format: "webp" };

/** What reached the provider, without what only the tests know of it. */
const sent = () => api.studio.sent.map(({ nth: _, signal: __, ...call }) => call);

/** What two versions of one SDK have in common. */
type Sdk = {
  generate(body: OpenAI6.ImageGenerateParamsNonStreaming): Promise<{ data: object; response: Response }>;
  stream(body: OpenAI6.ImageGenerateParamsStreaming): Promise<AsyncIterable<OpenAI.ImageGenStreamEvent>>;
  listModels(): Promise<{ id: string }[]>;
  getModel(id: string): Promise<{ id: string }>;
};
const clients: [string, () => Sdk][] = [
  [
    "openai 7",
    () => {
      const { images, models } = new OpenAI({ baseURL: `${api.url}/v1`, apiKey });
      return {
        generate: (body) => images.generate(body).withResponse(),
        stream: (body) => images.generate(body),
        listModels: () => Array.fromAsync(models.list()),
        getModel: (id) => models.retrieve(id),
      };
    },
  ],
  [
    "openai 6",
    () => {
      const { images, models } = new OpenAI6({ baseURL: `${api.url}/v1`, apiKey });
      return {
        generate: (body) => images.generate(body).withResponse(),
        stream: (body) => images.generate(body),
        listModels: () => Array.fromAsync(models.list()),
        getModel: (id) => models.retrieve(id),
      };
    },
  ],
];

describe.each(clients)("with %s", (_, client) => {
  test("the reference's example is answered with bytes", async () => {
    const asked = { model: plain.id, prompt, n: 2, size: "1024x1024", response_format: "b64_json" } as const;
    const { data, response } = await client().generate(asked);
    expect(data).toEqual({
      created: expect.any(Number),
      data: [{ b64_json: await picture(0) }, { b64_json: await picture(1) }],
    });
    expect(response.headers.get("x-request-id")).toMatch(/^req_[0-9a-f]{32}$/);
    expect(sent()).toEqual([asked]);
  });

  test("every parameter reaches the provider, and the answer has what the model adds", async () => {
    answer = ({ n }) => answerWith(n, { ...used, usage });
    const options = {
      n: 2,
      size: "1536x1024",
      quality: "low",
      background: "opaque",
      moderation: "low",
      output_format: "webp",
      output_compression: 40,
    } as const;
    const { data } = await client().generate({ model: rich.id, prompt, ...options });
    expect(data).toEqual({
      ...{ created: expect.any(Number), ...used, usage },
      data: [{ b64_json: await picture(0) }, { b64_json: await picture(1) }],
    });
    expect(sent()).toEqual([{ model: rich.id, prompt, ...options }]);
  });

  test("a rewritten prompt comes with its picture, and nothing that the model does not say", async () => {
    answer = async () =>
      Response.json({ created: 1, data: [{ b64_json: await picture(), revised_prompt: "An otter, cute" }] });
    const asked = { model: vivid.id, prompt, size: "1792x1024", quality: "hd", style: "natural" } as const;
    const { data } = await client().generate({ ...asked, response_format: "b64_json" });
    expect(data).toEqual({
      created: expect.any(Number),
      data: [{ b64_json: await picture(), revised_prompt: "An otter, cute" }],
    });
  });

  test("a stream brings partials in full and the finished picture, and ends", async () => {
    const stream = openEventStream();
    answer = () => stream.response;
    stream.partial(0, await picture(1));
    const events = await client().stream({
      ...{ model: rich.id, prompt, size: "1024x1024", stream: true, partial_images: 2 },
    });
    const seen: unknown[] = [];
    for await (const { created_at, ...event } of events) {
      expect(created_at).toBeGreaterThan(1_700_000_000);
      seen.push(event);
      if (seen.length === 1) stream.partial(1, await picture(2));
      if (seen.length === 2) stream.completed(await picture(3), { ...used, usage });
    }
    const asked = { size: "1024x1024", quality: "auto", background: "auto", output_format: "png" };
    const partial = { type: "image_generation.partial_image", ...asked };
    expect(seen).toEqual([
      { ...partial, partial_image_index: 0, b64_json: await picture(1) },
      { ...partial, partial_image_index: 1, b64_json: await picture(2) },
      { type: "image_generation.completed", b64_json: await picture(3), ...used, usage },
    ]);
    expect(sent()).toEqual([
      { model: rich.id, prompt, n: 1, size: "1024x1024", stream: true, partial_images: 2 },
    ]);
  });

  test("models are listed, and each is found by its id with and without a vendor", async () => {
    const listed = await client().listModels();
    expect(listed.map(({ id }) => id)).toContain(rich.id);
    const found = await client().getModel(plain.id);
    expect(found).toMatchObject({ id: plain.id, object: "model", owned_by: plain.vendor });
    expect(found).toMatchObject({ shutdown_date: plain.lifecycle.shutdownOn });
    expect(await client().getModel(`${plain.vendor}/${plain.id}`)).toEqual(found);
  });
});

describe("with dedalus-labs", () => {
  const dedalus = () => new Dedalus({ baseURL: api.url, apiKey });

  test("the reference's example is answered, by a prefixed id", async () => {
    const asked = { prompt, n: 1, size: "1024x1024", response_format: "b64_json" } as const;
    const result = await dedalus().images.generate({ model: `${plain.vendor}/${plain.id}`, ...asked });
    expect(result).toEqual({ created: expect.any(Number), data: [{ b64_json: await picture() }] });
    expect(sent()).toEqual([{ model: plain.id, ...asked }]);
  });

  test("a stream is decoded to its end", async () => {
    const stream = openEventStream();
    answer = () => stream.response;
    stream.partial(0, await picture(1));
    const events = await dedalus().post<AsyncIterable<{ type: string }>>("/v1/images/generations", {
      body: { model: rich.id, prompt, stream: true, partial_images: 1 },
      stream: true,
    });
    const types: string[] = [];
    for await (const { type } of events) if (types.push(type) === 1) stream.completed(await picture(2));
    expect(types).toEqual(["image_generation.partial_image", "image_generation.completed"]);
  });

  test("models have the fields of its own kind", async () => {
    const { data } = await dedalus().models.list();
    expect(data).toContainEqual(
      expect.objectContaining({
        ...{ id: rich.id, provider: rich.vendor, display_name: rich.label },
        capabilities: { image_generation: true, streaming: true },
      }),
    );
  });

  test("its other way to send a token opens the studio too", async () => {
    const asked = new Dedalus({ baseURL: api.url, apiKey: null, xAPIKey: apiKey });
    expect((await asked.models.list()).data.length).toBeGreaterThan(0);
  });
});

describe("without a model", () => {
  test("the oldest draws, unless a parameter is there that only its richer kin takes", async () => {
    const client = new OpenAI({ baseURL: `${api.url}/v1`, apiKey });
    await client.images.generate({ prompt });
    await client.images.generate({ prompt, background: "opaque" });
    expect(sent().map(({ model }) => model)).toEqual([plain.id, rich.id]);
  });
});

describe("an address instead of bytes", () => {
  test("is answered where none is chosen, leads to the picture for an hour, and needs no token", async () => {
    const client = new OpenAI({ baseURL: `${api.url}/v1`, apiKey });
    const { data } = await client.images.generate({ model: plain.id, prompt });
    const url = data?.[0]?.url ?? "";
    expect(new URL(url).origin).toBe(api.url);
    const response = await fetch(url);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
    expect(Buffer.from(await response.arrayBuffer()).toString("base64")).toBe(await picture());
    for (const wrong of [url.slice(0, -1), `${url.slice(0, -1)}${url.endsWith("0") ? "1" : "0"}`]) {
      expect((await fetch(wrong)).status).toBe(404);
    }
    const name = url.slice(url.lastIndexOf("/") + 1);
    const addressed = readAddress(SECRET, name);
    const livesMin = ((addressed?.expiresAt.getTime() ?? 0) - Date.now()) / 60_000;
    expect([livesMin > 59, livesMin <= 60.1]).toEqual([true, true]);
    const over = { tokenId: "", imageId: "", ...addressed, expiresAt: new Date(Date.now() - 1_000) };
    const gone = await fetch(url.replace(name, signAddress(SECRET, over)));
    expect(gone.status).toBe(404);
    expect(await gone.json()).toMatchObject({ error: { type: "invalid_request_error", code: "not_found" } });
  });
});

describe("who asks", () => {
  test("is passed on as a hash, the same for the same person, under the name it came by", async () => {
    const client = new OpenAI({ baseURL: `${api.url}/v1`, apiKey });
    await client.images.generate({ model: plain.id, prompt, user: "ada@example.com" });
    await client.images.generate({ model: rich.id, prompt, safety_identifier: "ada@example.com" });
    const [first, second] = sent();
    expect(first?.user).toMatch(/^[0-9a-f]{64}$/);
    expect(second?.safety_identifier).toBe(first?.user);
    expect(second).not.toHaveProperty("user");
  });
});

describe("what fails at the provider", () => {
  test.each([
    [400, "moderation_blocked", OpenAI.BadRequestError, "moderation_blocked"],
    [404, "model_not_found", OpenAI.NotFoundError, "model_not_found"],
    [429, "insufficient_quota", OpenAI.RateLimitError, "insufficient_quota"],
    [401, "invalid_api_key", OpenAI.InternalServerError, "provider_key_rejected"],
    [500, null, OpenAI.InternalServerError, "provider_failed"],
  ])("%s %s is its typed exception, and is not tried again", async (status, code, kind, shown) => {
    answer = () => refuseWith(status, code);
    const client = new OpenAI({ baseURL: `${api.url}/v1`, apiKey });
    const failed = await client.images.generate({ model: plain.id, prompt }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(kind);
    expect(failed).toMatchObject({ code: shown, requestID: expect.stringMatching(/^req_/) });
    expect(sent()).toHaveLength(1);
  });

  test("a parameter that it refuses by name is named", async () => {
    answer = () =>
      Response.json(
        { error: { message: "No such size", type: "x", param: "size", code: null } },
        { status: 400 },
      );
    const client = new OpenAI({ baseURL: `${api.url}/v1`, apiKey });
    const failed = client.images.generate({ model: rich.id, prompt, stream: true });
    await expect(failed).rejects.toMatchObject({ status: 400, param: "size" });
  });

  test("late in a stream, it is thrown to whoever reads it, by both kinds of SDK", async () => {
    const open = () => {
      const stream = openEventStream();
      answer = () => stream.response;
      return stream;
    };
    const body = { model: rich.id, prompt, stream: true, partial_images: 1 } as const;
    const streams = {
      openai: () => new OpenAI({ baseURL: `${api.url}/v1`, apiKey }).images.generate(body),
      dedalus: () =>
        new Dedalus({ baseURL: api.url, apiKey }).post<AsyncIterable<unknown>>("/v1/images/generations", {
          ...{ body, stream: true },
        }),
    };
    for (const begin of Object.values(streams)) {
      const stream = open();
      stream.partial(0, await picture(1));
      const events: AsyncIterable<unknown> = await begin();
      const reading = (async () => {
        for await (const _ of events) stream.cut();
      })();
      await expect(reading).rejects.toMatchObject({ error: expect.anything() });
    }
  });
});
