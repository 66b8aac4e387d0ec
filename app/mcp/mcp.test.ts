import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as z from "zod";
import { type ApiServer, serveApi } from "@/app/v1/api-server.fixture";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { databasePrint } from "@/lib/server/testing/database-print";
import { answerWith, openEventStream, picture } from "@/lib/server/testing/studio.fixture";

let api: ApiServer;
let client: Client;
let answer: Parameters<typeof serveApi>[0];
beforeAll(async () => {
  api = await serveApi((call) => answer(call));
  client = await connect((await api.makeToken({ name: "Agent" })).secret);
}, 60_000);
afterAll(async () => {
  await client.close();
  await api[Symbol.asyncDispose]();
});
beforeEach(() => {
  answer = ({ n }) => answerWith(n);
  api.studio.sent.splice(0);
});

const plain = modelLabelled("DALL·E 2");
const streamed = modelLabelled("GPT Image 1");

async function connect(token: string): Promise<Client> {
  const connected = new Client({ name: "test", version: "1" });
  const requestInit = { headers: { authorization: `Bearer ${token}` } };
  await connected.connect(new StreamableHTTPClientTransport(new URL(`${api.url}/mcp`), { requestInit }));
  return connected;
}

const factsSchema = z.looseObject({ cost_usd: z.number().nullable() });
const madeSchema = factsSchema.extend({
  session_id: z.string(),
  images: z.array(z.looseObject({ image_id: z.string(), url: z.string() })),
});

/** What a tool answers: its facts, and the kinds of what it shows. */
async function use(name: string, args: Record<string, unknown> = {}) {
  const { structuredContent, content, isError } = await client.callTool({ name, arguments: args });
  return { facts: factsSchema.parse(structuredContent), content, isError };
}

async function refusalOf(name: string, args: Record<string, unknown>): Promise<string> {
  const { content, isError } = await client.callTool({ name, arguments: args });
  expect(isError).toBe(true);
  return JSON.stringify(content);
}

test("offers its tools to whoever has a token, and says what they do", async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual([
    ...["generate", "get_image", "iterate_from_image", "list_models", "list_sessions", "spending"],
  ]);
  expect(tools.every(({ description }) => (description ?? "").length > 20)).toBe(true);
});

test("generates with the cost, a picture to look at and a link to the original", async () => {
  const { facts, content } = await use("generate", {
    prompt: "a fox",
    model: plain.id,
    n: 2,
    size: "256x256",
  });
  expect(facts).toMatchObject({ cost_usd: 0.032, model: plain.id });
  expect(content.map(({ type }) => type)).toEqual([
    "text",
    "image",
    "resource_link",
    "image",
    "resource_link",
  ]);
  const { images } = madeSchema.parse(facts);
  const original = await fetch(images[1]?.url ?? "");
  expect(Buffer.from(await original.arrayBuffer()).toString("base64")).toBe(await picture(1));
  expect(api.studio.sent).toHaveLength(1);
});

test("tells of partials to whoever asks for progress", async () => {
  const stream = openEventStream();
  answer = () => stream.response;
  stream.partial(0, await picture(1));
  const steps: [number, number | undefined][] = [];
  const final = await picture(3);
  const asked = { name: "generate", arguments: { prompt: "a fox", model: streamed.id } };
  await client.callTool(asked, {
    onprogress: ({ progress, total }) => {
      if (steps.push([progress, total]) === 1) stream.completed(final);
    },
  });
  expect(steps[0]).toEqual([1, 3]);
  expect(api.studio.sent).toMatchObject([{ stream: true, partial_images: 2 }]);
});

test("iterates: what is named changes, the rest stays, and the picture is the parent", async () => {
  const { facts } = await use("generate", { prompt: "a red fox", model: plain.id, size: "512x512" });
  const [parent] = madeSchema.parse(facts).images;
  const child = await use("iterate_from_image", { image_id: parent?.image_id, prompt: "a blue fox" });
  expect(api.studio.sent[1]).toMatchObject({ model: plain.id, prompt: "a blue fox", size: "512x512" });
  const [made] = madeSchema.parse(child.facts).images;
  const { facts: shown } = await use("get_image", { image_id: made?.image_id });
  expect(shown).toMatchObject({ prompt: "a blue fox", parent_image_id: parent?.image_id, cost_usd: 0 });
});

test("carries options over where another model is named", async () => {
  const { facts } = await use("generate", { prompt: "a fox", model: plain.id, size: "512x512" });
  const [parent] = madeSchema.parse(facts).images;
  await use("iterate_from_image", { image_id: parent?.image_id, model: streamed.id, quality: "low" });
  expect(api.studio.sent[1]).toMatchObject({ model: streamed.id, size: "1024x1024", quality: "low" });
});

test("gives the original where it is asked for", async () => {
  const { facts } = await use("generate", { prompt: "a fox", model: plain.id });
  const [made] = madeSchema.parse(facts).images;
  const { content } = await use("get_image", { image_id: made?.image_id, original: true });
  expect(content[1]).toEqual({ type: "image", data: await picture(), mimeType: "image/png" });
});

test("the same key is the same pictures", async () => {
  const asked = { prompt: "once", model: plain.id, idempotency_key: "k" };
  const [first, second] = [await use("generate", asked), await use("generate", asked)];
  expect(madeSchema.parse(second.facts).images[0]?.image_id).toBe(
    madeSchema.parse(first.facts).images[0]?.image_id,
  );
  expect(api.studio.sent).toHaveLength(1);
  expect(await refusalOf("generate", { ...asked, prompt: "twice" })).toContain("idempotency_key_in_use");
});

test("lists models with what they take, sessions, and the pictures of one", async () => {
  const { facts: listed } = await use("list_models");
  const row = {
    id: streamed.id,
    options: expect.objectContaining({ output_format: streamed.options.outputFormat }),
  };
  expect(listed.models).toContainEqual(expect.objectContaining(row));
  const { facts: sessions } = await use("list_sessions", { title: "programs" });
  expect(sessions.sessions).toMatchObject([{ title: "From programs" }]);
  const { facts } = await use("generate", { prompt: "to be found", model: plain.id });
  const { facts: inSession } = await use("list_sessions", { session_id: facts.session_id });
  const generations = z.array(z.looseObject({ prompt: z.string() })).parse(inSession.generations);
  expect(generations[0]).toMatchObject({ prompt: "to be found", images: [{ state: "completed" }] });
});

test("says what was spent and what is left", async () => {
  const { facts } = await use("spending");
  expect(facts).toMatchObject({ month_limit_usd: null, token: { name: "Agent", month_limit_usd: null } });
  const spent = z.object({ month_usd: z.number(), token: z.object({ month_usd: z.number() }) }).parse(facts);
  expect(spent.month_usd).toBeGreaterThan(0);
  expect(spent.token.month_usd).toBeGreaterThanOrEqual(spent.month_usd);
});

test("refuses in words, with the parameter, and writes nothing", async () => {
  const before = await databasePrint(api.studio.services.database.drizzle);
  expect(await refusalOf("generate", { prompt: "a", model: plain.id, style: "vivid" })).toContain(
    "parameter: style",
  );
  expect(await refusalOf("generate", { prompt: "a", model: "none" })).toContain("model_not_found");
  const nobody = "0198c0de-0000-7000-8000-000000000000";
  expect(await refusalOf("iterate_from_image", { image_id: nobody })).toContain("There is no such picture.");
  expect(await refusalOf("get_image", { image_id: nobody })).toContain("There is no such picture.");
  const { token: _, ...rest } = await databasePrint(api.studio.services.database.drizzle);
  expect({ ...rest, api_tokens: before.api_tokens }).toEqual(before);
});

test("opens to no wrong token", async () => {
  await expect(connect("safelight_wrong")).rejects.toThrow();
});
