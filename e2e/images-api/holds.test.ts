import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ids } from "@/lib/domain/models/image-models-ids.fixture";
import { greyPainter } from "@/lib/offline/images-api/stub-painter.fixture";
import { type ImagesApiServer, startImagesApi } from "./server";

let server: ImagesApiServer;

beforeAll(async () => {
  server = await startImagesApi({ painter: greyPainter });
});
afterAll(() => server.close());

function post(path: string, body: object, init: RequestInit = {}): Promise<Response> {
  return fetch(server.url + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    ...init,
  });
}

function generate(prompt: string, fields: object = {}, init: RequestInit = {}): Promise<Response> {
  return post("/v1/images/generations", { model: ids.gptImage1, prompt, quality: "low", ...fields }, init);
}

/** The events of a stream, by their names, as they come. */
async function* events(response: Response): AsyncGenerator<string> {
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString();
    const whole = text.split("\n\n");
    text = whole.pop() ?? "";
    for (const event of whole) yield /^event: image_generation\.(.+)$/m.exec(event)?.[1] ?? "";
  }
}

const nameOf = async (event: Promise<IteratorResult<string>>) => (await event).value;

const callOf = (prompt: string) =>
  server.calls().find(({ body }) => JSON.stringify(body).includes(prompt)) ?? null;

test("sends the events of a stream one by one, each when it is told to", async () => {
  await post("/_holds", { match: "one by one" });
  const stream = events(await generate("one by one", { stream: true, partial_images: 2 }));
  for (const name of ["partial_image", "partial_image", "completed"]) {
    const event = stream.next();
    expect(callOf("one by one")).toMatchObject({ status: 200, ended: "open" });
    expect((await post("/_holds/next", { match: "one by one" })).status).toBe(204);
    expect(await nameOf(event)).toBe(name);
  }
  expect((await stream.next()).done).toBe(true);
});

test("lets each call of a prompt send as much, whenever it comes, and others go on", async () => {
  await post("/_holds", { match: "two of them" });
  const fields = { stream: true, partial_images: 3 };
  const first = events(await generate("two of them", fields));
  await post("/_holds/next", { match: "two of them", events: 2 });
  const second = events(await generate("two of them", fields));
  for (const stream of [first, second, first, second])
    expect(await nameOf(stream.next())).toBe("partial_image");
  expect((await generate("another")).status).toBe(200);
  await post("/_holds/release", { match: "two of them" });
  for (const stream of [first, second])
    expect(await Array.fromAsync(stream)).toEqual(["partial_image", "completed"]);
  expect((await generate("two of them")).status).toBe(200);
});

test("keeps back an answer in one piece, status and all", async () => {
  await post("/_holds", { match: "in one piece" });
  const answer = generate("in one piece");
  await vi.waitFor(() => expect(callOf("in one piece")).toMatchObject({ status: null, ended: "open" }));
  await post("/_holds/next", { match: "in one piece" });
  expect((await answer).status).toBe(200);
});

test("notices a client that leaves while its answer is held", async () => {
  await post("/_holds", { match: "nobody waits" });
  const client = new AbortController();
  const answer = generate("nobody waits", {}, { signal: client.signal });
  await vi.waitFor(() => expect(callOf("nobody waits")).not.toBeNull());
  client.abort();
  await expect(answer).rejects.toThrow("aborted");
  await vi.waitFor(() => expect(callOf("nobody waits")?.ended).toBe("client-left"));
});

test("says so when nothing is held by that name", async () => {
  for (const path of ["/_holds/next", "/_holds/release"])
    expect((await post(path, { match: "no such prompt" })).status).toBe(404);
  expect((await post("/_holds", {})).status).toBe(400);
});
