import Dedalus from "dedalus-labs";
import OpenAI from "openai";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { findSessionTitled } from "@/lib/server/db/queries/sessions";
import { readGallery } from "@/lib/server/sessions/read-gallery";
import { answerWith, openEventStream, picture, refuseWith } from "@/lib/server/testing/studio.fixture";
import { PROGRAMS_TITLE } from "@/lib/server/tokens/token-session";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { type ApiServer, serveApi } from "./api-server.fixture";

type Front = NonNullable<Parameters<typeof serveApi>[1]>;

let api: ApiServer;
let apiKey: string;
let answer: Parameters<typeof serveApi>[0];
let front: Front;
const passOn: Front = (request, pass) => pass(request);
beforeAll(async () => {
  api = await serveApi(
    (call) => answer(call),
    (request, pass) => front(request, pass),
  );
  apiKey = (await api.makeToken()).secret;
}, 60_000);
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(() => {
  answer = ({ n }) => answerWith(n);
  front = passOn;
  api.studio.sent.splice(0);
  api.received.splice(0);
});

const model = modelLabelled("DALL·E 2").id;
const streamed = modelLabelled("GPT Image 1").id;
const openai = (options = {}) => new OpenAI({ baseURL: `${api.url}/v1`, apiKey, ...options });

function post(body: object, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<Response> {
  return fetch(`${api.url}/v1/images/generations`, {
    method: "POST",
    headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
}

/** Holds the provider's answer back until the test lets it go. */
function hold() {
  const { promise, resolve } = Promise.withResolvers<void>();
  answer = async ({ n }) => {
    await promise;
    return answerWith(n);
  };
  return resolve;
}

/** Lets the first requests reach the studio and answers them itself, at once. */
function failing(times: number, failure: () => Response): Front {
  let left = times;
  return (request, pass) => {
    if (left === 0) return pass(request);
    left -= 1;
    void pass(request).catch(() => {});
    return Promise.resolve(failure());
  };
}

const fault = () =>
  new Response("<h1>Bad gateway</h1>", { status: 502, headers: { "retry-after-ms": "20" } });

test("a storm of retries behind a proxy that fails is one call, with each SDK", async () => {
  front = failing(2, fault);
  const asked = { model, prompt: "a storm", response_format: "b64_json" } as const;
  expect((await openai().images.generate(asked)).data).toEqual([{ b64_json: await picture() }]);
  expect(api.received).toHaveLength(3);
  expect(api.studio.sent).toHaveLength(1);
  front = failing(2, fault);
  const { data } = await new Dedalus({ baseURL: api.url, apiKey }).images.generate(asked);
  expect(data).toEqual([{ b64_json: await picture() }]);
  expect(api.received).toHaveLength(6);
  expect(api.studio.sent).toHaveLength(2);
});

test("a client whose time is up gets with its next try what its first one ordered", async () => {
  const letGo = hold();
  front = (request, pass) => {
    if (api.received.length === 2) letGo();
    return pass(request);
  };
  const result = await openai({ timeout: 1_000 }).images.generate({
    ...{ model, prompt: "a slow fox", response_format: "b64_json" },
  });
  expect(result.data).toEqual([{ b64_json: await picture() }]);
  expect(api.studio.sent).toHaveLength(1);
});

test("two that are alike at the same time stay two, though both are retried", async () => {
  front = failing(2, fault);
  const asked = { model, prompt: "twins", response_format: "b64_json" } as const;
  await Promise.all([openai().images.generate(asked), openai().images.generate(asked)]);
  expect(api.received).toHaveLength(4);
  expect(api.studio.sent).toHaveLength(2);
});

test("a first try is always an order of its own, however often it was asked before", async () => {
  for (let times = 0; times < 2; times += 1) await post({ model, prompt: "again" });
  expect(api.studio.sent).toHaveLength(2);
});

test("the same key is the same generation, with bytes, with addresses, and while it is still drawn", async () => {
  const letGo = hold();
  const headers = { "idempotency-key": "the first" };
  const body = { model, prompt: "a key" };
  const left = new AbortController();
  const first = post(body, headers, left.signal);
  await expect.poll(() => api.studio.sent.length).toBe(1);
  left.abort();
  await expect(first).rejects.toThrow();
  const waiting = post({ prompt: "a key", model }, headers);
  letGo();
  const answered = await (await waiting).json();
  expect(answered.data).toEqual([{ url: expect.stringContaining("/v1/images/files/") }]);
  expect(await (await post(body, headers)).json()).toEqual(answered);
  expect(api.studio.sent).toHaveLength(1);
});

test("the same key with another body is refused with 409, and not repeated", async () => {
  const headers = { "idempotency-key": "the second" };
  await post({ model, prompt: "one" }, headers);
  const failed = await openai()
    .images.generate({ model, prompt: "two" }, { headers })
    .catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(OpenAI.ConflictError);
  expect(failed).toMatchObject({ code: "idempotency_key_in_use" });
  expect(api.studio.sent).toHaveLength(1);
});

test("the same key of another token is another order", async () => {
  const headers = { "idempotency-key": "the third" };
  await post({ model, prompt: "mine" }, headers);
  const other = (await api.makeToken()).secret;
  await post({ model, prompt: "theirs" }, { ...headers, authorization: `Bearer ${other}` });
  expect(api.studio.sent.map(({ prompt }) => prompt)).toEqual(["mine", "theirs"]);
});

test("many at once with one key are one generation", async () => {
  const headers = { "idempotency-key": "the fourth" };
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => post({ model, prompt: "a crowd", response_format: "b64_json" }, headers)),
  );
  const bodies = await Promise.all(answers.map((response) => response.text()));
  expect(new Set(bodies).size).toBe(1);
  expect(api.studio.sent).toHaveLength(1);
});

test("what failed fails again, with the same words, and orders nothing new", async () => {
  answer = () => refuseWith(500, null);
  const headers = { "idempotency-key": "the fifth" };
  const first = await post({ model, prompt: "a fault" }, headers);
  expect([first.status, first.headers.get("x-should-retry")]).toEqual([502, "false"]);
  answer = ({ n }) => answerWith(n);
  expect(await (await post({ model, prompt: "a fault" }, headers)).json()).toEqual(await first.json());
  expect(api.studio.sent).toHaveLength(1);
});

test("a stream that was left is told again from what is known, the finished picture at least", async () => {
  const stream = openEventStream();
  answer = () => stream.response;
  stream.partial(0, await picture(1));
  const headers = { "idempotency-key": "the sixth" };
  const body = { model: streamed, prompt: "a stream", stream: true, partial_images: 1 } as const;
  const first = await openai().images.generate(body, { headers });
  for await (const _ of first) break;
  stream.completed(await picture(2));
  const events = await Array.fromAsync(await openai().images.generate(body, { headers }));
  expect(events.at(-1)).toMatchObject({ type: "image_generation.completed", b64_json: await picture(2) });
  expect(api.studio.sent).toHaveLength(1);
});

test("what programs make is found in a session of theirs, with what it was made from", async () => {
  await post({ model, prompt: "to be seen" });
  const db = api.studio.services.database.drizzle;
  const session = await findSessionTitled(db, { viewerId: LOCAL_OWNER.id, title: PROGRAMS_TITLE });
  const gallery = await readGallery(db, LOCAL_OWNER, { sessionId: session?.id ?? "", before: null });
  expect(gallery.generations[0]).toMatchObject({ prompt: "to be seen", modelId: model });
  const shown = gallery.images.find(({ generationId }) => generationId === gallery.generations[0]?.id);
  expect(shown?.state).toBe("completed");
});
