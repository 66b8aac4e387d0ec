import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { ids } from "@/lib/domain/models/image-models-ids.fixture";
import { greyPainter } from "@/lib/offline/images-api/stub-painter.fixture";
import { type ImagesApiServer, startImagesApi } from "./server";

let server: ImagesApiServer;

beforeAll(async () => {
  server = await startImagesApi({ painter: greyPainter });
});
afterEach(() => {
  server.clearCalls();
  server.clearFaults();
});
afterAll(() => server.close());

const body = { model: ids.gptImage1, prompt: "a lamp", quality: "low" };

function post(fields: object, init: RequestInit = {}): Promise<Response> {
  return fetch(`${server.url}/v1/images/generations`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer sk-secret" },
    body: JSON.stringify({ ...body, ...fields }),
    ...init,
  });
}

function endings(): string[] {
  return server.calls().map(({ ended }) => ended);
}

describe("the server", () => {
  test("answers as the API does, in one piece and in events", async () => {
    expect(await (await post({})).json()).toMatchObject({ size: "1024x1024" });
    const events = await (await post({ stream: true, partial_images: 1 })).text();
    expect(events.match(/^event: .+$/gm)).toEqual([
      "event: image_generation.partial_image",
      "event: image_generation.completed",
    ]);
  });

  test("records image requests without the key", async () => {
    await (await post({ n: 2 })).arrayBuffer();
    await vi.waitFor(() => expect(endings()).toEqual(["answered"]));
    const [call] = await (await fetch(`${server.url}/_calls`)).json();
    expect(call).toMatchObject({
      path: "/v1/images/generations",
      body: { ...body, n: 2 },
      headers: { authorization: "[redacted]" },
      status: 200,
      fault: null,
    });
    expect(JSON.stringify(call)).not.toContain("sk-secret");
  });

  test("records no other request, and forgets on demand", async () => {
    await fetch(`${server.url}/v1/models`);
    expect(server.calls()).toEqual([]);
    await (await post({})).arrayBuffer();
    await fetch(`${server.url}/_calls`, { method: "DELETE" });
    expect(await (await fetch(`${server.url}/_calls`)).json()).toEqual([]);
  });

  test("notices a client that leaves in the middle", async () => {
    const client = new AbortController();
    const response = await post({ prompt: "[fault:silence]" }, { signal: client.signal });
    expect(response.status).toBe(200);
    expect(endings()).toEqual(["open"]);
    client.abort();
    await vi.waitFor(() => expect(endings()).toEqual(["client-left"]));
  });

  test("lets only its key in where it has one", async () => {
    const locked = await startImagesApi({ painter: greyPainter, requireKey: "sk-test" });
    const statusWith = async (key: string) =>
      (await fetch(`${locked.url}/v1/models`, { headers: { authorization: `Bearer ${key}` } })).status;
    expect([await statusWith("sk-test"), await statusWith("sk-other")]).toEqual([200, 401]);
    await locked.close();
  });

  test("listens on 127.0.0.1 alone and says when its port is taken", async () => {
    const { port, hostname } = new URL(server.url);
    expect(hostname).toBe("127.0.0.1");
    await expect(startImagesApi({ port: Number(port), painter: greyPainter })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });

  test("closes with connections open", async () => {
    const other = await startImagesApi({ painter: greyPainter });
    const socket = connect(Number(new URL(other.url).port), "127.0.0.1");
    const closed = new Promise((resolve) => socket.on("close", resolve));
    await new Promise((resolve) => socket.on("connect", resolve));
    await other.close();
    await closed;
  });
});

describe("faults on demand", () => {
  test("gives a queued fault to as many matching requests as it says", async () => {
    const queued = await fetch(`${server.url}/_faults`, {
      method: "POST",
      body: JSON.stringify({ name: "500", match: "lamp", times: 2 }),
    });
    expect(queued.status).toBe(201);
    const statuses = [];
    for (const prompt of ["a tree", "a lamp", "a lamp", "a lamp"])
      statuses.push((await post({ prompt })).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
    expect(server.calls().map(({ fault }) => fault)).toEqual([null, "500", "500", null]);
  });

  test("forgets the queue on demand", async () => {
    server.addFault({ name: "500" });
    await fetch(`${server.url}/_faults`, { method: "DELETE" });
    expect(await (await fetch(`${server.url}/_faults`)).json()).toEqual([]);
    expect((await post({})).status).toBe(200);
  });

  test("refuses a name that does not exist, in the queue and in a prompt", async () => {
    const queued = await fetch(`${server.url}/_faults`, { method: "POST", body: '{"name":"nothing"}' });
    expect(queued.status).toBe(400);
    expect(await queued.text()).toContain("lost-connection");
    const asked = await post({ prompt: "[fault:constructor]" });
    expect(asked.status).toBe(400);
    expect(await asked.text()).toContain("There is no such fault");
  });
});
