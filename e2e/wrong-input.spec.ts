import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { PLAIN, SINGLE, STREAMED } from "./support/models";
import { generationBody, postGeneration } from "./support/studio-client";

const prompt = "wrong in one place";

/** One wrong thing each, and the field that the answer must name. */
const WRONG: { what: string; field: string; modelId?: string; more: Record<string, unknown> }[] = [
  { what: "no prompt", field: "prompt", more: { prompt: undefined } },
  { what: "a prompt of blanks", field: "prompt", more: { prompt: "  \n" } },
  { what: "a prompt that is no text", field: "prompt", more: { prompt: 12 } },
  { what: "a prompt that no database can keep", field: "prompt", more: { prompt: "a\u0000b" } },
  { what: "32,001 characters", field: "prompt", more: { prompt: "a".repeat(32_001) } },
  {
    what: "1,001 characters for a short one",
    field: "prompt",
    modelId: PLAIN.id,
    more: { prompt: "a".repeat(1_001) },
  },
  { what: "an unknown model", field: "modelId", more: { modelId: "no-such-model" } },
  { what: "a model that is no text", field: "modelId", more: { modelId: ["x"] } },
  { what: "a model named like a part of objects", field: "modelId", more: { modelId: "__proto__" } },
  { what: "a foreign option", field: "options.style", more: { options: { style: "vivid" } } },
  { what: "an unknown option", field: "options.steps", more: { options: { steps: 30 } } },
  {
    what: "partials for a model without",
    field: "options.partials",
    modelId: SINGLE.id,
    more: { options: { partials: 1 } },
  },
  { what: "an unknown value", field: "options.quality", more: { options: { quality: "ultra" } } },
  { what: "a value of another type", field: "options.quality", more: { options: { quality: 3 } } },
  { what: "options that are a list", field: "options", more: { options: [] } },
  { what: "a fraction", field: "options.partials", more: { options: { partials: 1.5 } } },
  { what: "more partials than there are", field: "options.partials", more: { options: { partials: 4 } } },
  {
    what: "a negative number",
    field: "options.compression",
    more: { options: { compression: -1, outputFormat: "jpeg" } },
  },
  { what: "compression of png", field: "options.compression", more: { options: { compression: 50 } } },
  {
    what: "a transparent jpeg",
    field: "options.background",
    more: { options: { background: "transparent", outputFormat: "jpeg" } },
  },
  {
    what: "a stream of svg",
    field: "options.partials",
    more: { options: { partials: 1, outputFormat: "svg" } },
  },
  { what: "a size off the grid", field: "options.size", more: { options: { size: "1000x1001" } } },
  { what: "a size too flat", field: "options.size", more: { options: { size: "3200x160" } } },
  {
    what: "a size of another model",
    field: "options.size",
    modelId: SINGLE.id,
    more: { options: { size: "256x256" } },
  },
  { what: "no images", field: "imageCount", more: { imageCount: 0 } },
  { what: "eleven images", field: "imageCount", more: { imageCount: 11 } },
  { what: "images in words", field: "imageCount", more: { imageCount: "two" } },
  { what: "no session", field: "sessionId", more: { sessionId: undefined } },
  {
    what: "a foreign session",
    field: "sessionId",
    more: { sessionId: "00000000-0000-4000-8000-000000000000" },
  },
  {
    what: "a foreign parent",
    field: "parentImageId",
    more: { parentImageId: "00000000-0000-4000-8000-000000000000" },
  },
  { what: "a key that is none", field: "idempotencyKey", more: { idempotencyKey: "1" } },
  { what: "a field too many", field: "n", more: { n: 2 } },
];

test("refuses wrong requests with the field's name and sends nothing", async ({ studio, session, api }) => {
  const sessionId = session.id;
  for (const { what, field, modelId = STREAMED.id, more } of WRONG) {
    const response = await postGeneration(studio.url, generationBody({ prompt, modelId, sessionId }, more));
    expect(response.status, what).toBe(400);
    const { error } = await response.json();
    expect(
      error.fields.map((problem: { field: string }) => problem.field),
      what,
    ).toContain(field);
    expect(error.message, what).not.toBe("");
  }
  expect(await api.callsOf(prompt)).toEqual([]);
});

test("refuses bodies that are no JSON, too large or empty, and wrong methods", async ({ studio }) => {
  const url = `${studio.url}/api/generations`;
  const json = { "content-type": "application/json" };
  const cases: { what: string; status: number; init: RequestInit; path?: string }[] = [
    { what: "no JSON", status: 400, init: { method: "POST", headers: json, body: "{prompt" } },
    { what: "nothing", status: 400, init: { method: "POST", headers: json } },
    { what: "a number", status: 400, init: { method: "POST", headers: json, body: "1" } },
    { what: "null", status: 400, init: { method: "POST", headers: json, body: "null" } },
    { what: "a list", status: 400, init: { method: "POST", headers: json, body: "[]" } },
    { what: "a form", status: 415, init: { method: "POST", body: new URLSearchParams({ prompt }) } },
    { what: "no type", status: 415, init: { method: "POST", body: new Uint8Array([123, 125]) } },
    {
      what: "10 MB",
      status: 413,
      init: { method: "POST", headers: json, body: `{"prompt":"${"a".repeat(10_000_000)}"}` },
    },
    { what: "PUT", status: 405, init: { method: "PUT", headers: json, body: "{}" } },
    { what: "GET", status: 405, init: {} },
    {
      what: "a foreign page",
      status: 403,
      init: { method: "POST", headers: { ...json, origin: "https://example.com" }, body: "{}" },
    },
    { what: "no session in the stream's address", status: 404, init: {}, path: "/api/events" },
    { what: "an address that is none", status: 404, init: {}, path: "/api/nothing" },
    { what: "a picture that is none", status: 404, init: {}, path: "/i/x/original-0" },
    { what: "a way out of the folder", status: 404, init: {}, path: "/i/..%2f..%2fetc/passwd" },
  ];
  for (const { what, status, init, path } of cases) {
    const response = await fetch(path ? studio.url + path : url, init);
    expect(response.status, what).toBe(status);
    await response.body?.cancel();
  }
});

test("answers to its own names alone", async ({ studio, request }) => {
  for (const path of ["/", "/api/spending", "/i/x/y"]) {
    const response = await request.get(studio.url + path, { headers: { host: "evil.example" } });
    expect(response.status(), path).toBe(403);
  }
});

test("makes one generation of a request that comes twice at once", async ({ studio, session, api }) => {
  const twice = "asked twice with one key";
  const body = generationBody({ prompt: twice, modelId: PLAIN.id, sessionId: session.id });
  const answers = await Promise.all([1, 2, 3].map(() => postGeneration(studio.url, body)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).generation.id));
  expect(new Set(ids).size).toBe(1);
  await expect.poll(async () => (await api.callsOf(twice)).map(({ ended }) => ended)).toEqual(["answered"]);
});
