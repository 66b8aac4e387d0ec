import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ErrorBody } from "@/lib/domain/errors/error-body";
import { everyModel, modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { readGallery } from "@/lib/server/sessions/read-gallery";
import { allEnded, openTestStudio, type TestStudio } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { POST } from "./route";

const database = useDatabase();
let studio: TestStudio;
beforeAll(async () => {
  studio = await openTestStudio(database);
  globalThis.safelightServices = Promise.resolve(studio.services);
});
afterAll(async () => {
  globalThis.safelightServices = undefined;
  await studio[Symbol.asyncDispose]();
});
beforeEach(() => void studio.sent.splice(0));

const gptImage1 = modelLabelled("GPT Image 1");

function bodyWith(changes: object = {}) {
  const ids = { idempotencyKey: uuidv7(), sessionId: studio.sessionId };
  return { ...ids, modelId: gptImage1.id, prompt: "a fox", options: {}, imageCount: 1, ...changes };
}

function post(body: BodyInit | object, headers: Record<string, string> = {}): Promise<Response> {
  const isText = typeof body === "string" || body instanceof ReadableStream;
  const init = { body: isText ? body : JSON.stringify(body), duplex: "half" };
  return POST(
    new Request("http://localhost:3000/api/generations", {
      method: "POST",
      headers: { host: "localhost:3000", "content-type": "application/json", ...headers },
      ...init,
    }),
  );
}

/** Status and field of a refusal, after which nothing is journalled and nothing was sent. */
async function refusal(answer: Promise<Response>) {
  const before = await journalled();
  const response = await answer;
  const { error }: ErrorBody = await response.json();
  expect(error.billed).toBe("no");
  expect(await journalled()).toBe(before);
  expect(studio.sent).toEqual([]);
  return [response.status, error.param];
}

async function journalled(): Promise<number> {
  const gallery = await readGallery(database.drizzle, LOCAL_OWNER, {
    sessionId: studio.sessionId,
    before: null,
  });
  return gallery.generations.length;
}

test("answers 201 with the generation and its waiting images, and the provider gets what was chosen", async () => {
  const response = await post(
    bodyWith({ imageCount: 2, options: { quality: "low", outputFormat: "webp", compression: 40 } }),
  );
  expect(response.status).toBe(201);
  const created = await response.json();
  expect(created).toMatchObject({
    generation: { imageCount: 2 },
    images: [{ state: "waiting" }, { state: "waiting" }],
  });
  await studio.imagesWhen(created.generation.id, allEnded);
  const { nth: _, signal: __, ...request } = studio.sent[0] ?? {};
  expect(request).toEqual({
    model: gptImage1.id,
    prompt: "a fox",
    n: 2,
    quality: "low",
    output_format: "webp",
    output_compression: 40,
  });
});

describe("refuses with the field named", () => {
  test.each<[string, object, string]>([
    ["no prompt", { prompt: undefined }, "prompt"],
    ["an empty prompt", { prompt: " \n" }, "prompt"],
    ["32,001 characters", { prompt: "x".repeat(32_001) }, "prompt"],
    ["a NUL in the prompt", { prompt: "a\0b" }, "prompt"],
    ["half a character", { prompt: "a\ud83e" }, "prompt"],
    ["a number for a prompt", { prompt: 7 }, "prompt"],
    ["no images", { imageCount: 0 }, "imageCount"],
    ["eleven images", { imageCount: 11 }, "imageCount"],
    ["half an image", { imageCount: 1.5 }, "imageCount"],
    ["images as a text", { imageCount: "3" }, "imageCount"],
    ["a huge number of images", { imageCount: 1e300 }, "imageCount"],
    ["options that are a list", { options: [] }, "options"],
    ["options that are null", { options: null }, "options"],
    ["an option that nobody knows", { options: { sparkle: true } }, "options.sparkle"],
    ["an option of another model", { options: { style: "vivid" } }, "options.style"],
    ["an option of the wrong type", { options: { quality: { deep: ["x"] } } }, "options.quality"],
    ["a value that it does not take", { options: { quality: "hd" } }, "options.quality"],
    ["a number out of range", { options: { partials: 4 } }, "options.partials"],
    ["compression of a png", { options: { compression: 5 } }, "options.compression"],
    [
      "a transparent jpeg",
      { options: { background: "transparent", outputFormat: "jpeg" } },
      "options.background",
    ],
    ["a field that does not exist", { n: 3 }, "n"],
    ["no model", { modelId: undefined }, "modelId"],
    ["an empty model", { modelId: "" }, "modelId"],
    ["a model that is a list", { modelId: ["x"] }, "modelId"],
    ["a very long model", { modelId: "x".repeat(5000) }, "modelId"],
    ["an unknown model", { modelId: "constructor" }, "modelId"],
    ["no key", { idempotencyKey: "1" }, "idempotencyKey"],
    ["no session", { sessionId: "none" }, "sessionId"],
    ["a session that is not there", { sessionId: "0198e2a5-0000-7000-8000-000000000001" }, "sessionId"],
    [
      "a parent that is not there",
      { parentImageId: "0198e2a5-0000-7000-8000-000000000001" },
      "parentImageId",
    ],
    ["a parent that is no id", { parentImageId: 3 }, "parentImageId"],
  ])("%s", async (_, changes, field) => {
    expect(await refusal(post(bodyWith(changes)))).toEqual([400, field]);
  });

  test("keys that only JSON can hold", async () => {
    const text = JSON.stringify(bodyWith()).replace("{", '{"__proto__":{"imageCount":9},');
    expect(await refusal(post(text))).toEqual([400, "__proto__"]);
    const deep = JSON.stringify(bodyWith()).replace('"options":{', '"options":{"__proto__":{"size":"auto"}');
    expect(await refusal(post(deep))).toEqual([400, "options.__proto__"]);
  });

  test.each(everyModel)("an option of each other model that $label does not take", async (model) => {
    const fields = ["style", "complexity", "background", "partials"] as const;
    for (const name of fields.filter((name) => !model.options[name])) {
      const answer = post(bodyWith({ modelId: model.id, options: { [name]: "auto" } }));
      expect(await refusal(answer)).toEqual([400, `options.${name}`]);
    }
  });

  test.each(["null", "[]", '"text"', "7", "", "{", "[".repeat(50_000)])(
    "the body when it is %s",
    async (text) => {
      expect(await refusal(post(text))).toEqual([400, expect.stringMatching(/^(body|modelId)$/)]);
    },
  );

  test("ten megabytes that come without a length", async () => {
    const chunk = new TextEncoder().encode(" ".repeat(64 * 1024));
    let left = 160;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        left -= 1;
        if (left < 0) controller.close();
        else controller.enqueue(chunk);
      },
    });
    expect(await refusal(post(body))).toEqual([413, "body"]);
  });
});

test.each<[string, Record<string, string>, number]>([
  ["what is not JSON", { "content-type": "text/plain" }, 415],
  ["another site", { origin: "https://evil.example" }, 403],
  ["a sandboxed page", { origin: "null" }, 403],
  ["a name that was pointed at this machine", { host: "evil.example" }, 403],
])("refuses %s", async (_, headers, status) => {
  expect(await refusal(post(bodyWith(), headers))).toEqual([status, null]);
});

test("says of a fault of its own that it failed, without the inner words, and logs it", async () => {
  const { services } = studio;
  const drizzle = new Proxy(services.database.drizzle, {
    get: () => {
      throw new Error("inner words");
    },
  });
  globalThis.safelightServices = Promise.resolve({
    ...services,
    database: { ...services.database, drizzle },
  });
  const response = await post(bodyWith());
  globalThis.safelightServices = Promise.resolve(services);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("inner words");
  await expect.poll(() => studio.lines.join()).toContain("request-failed");
});
