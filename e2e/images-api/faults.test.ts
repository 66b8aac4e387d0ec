import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { ids } from "@/lib/domain/models/image-models-ids.fixture";
import { greyPainter } from "@/lib/offline/images-api/stub-painter.fixture";
import type { FaultName } from "./faults";
import { type ImagesApiServer, startImagesApi } from "./server";

let server: ImagesApiServer;

beforeAll(async () => {
  server = await startImagesApi({ painter: greyPainter });
});
afterAll(() => server.close());

function ask(fault: FaultName, fields: object = {}, init: RequestInit = {}): Promise<Response> {
  return fetch(`${server.url}/v1/images/generations`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ model: ids.gptImage1, prompt: `a lamp [fault:${fault}]`, ...fields }),
    ...init,
  });
}

const eventSchema = z.looseObject({ type: z.string(), b64_json: z.string().optional() });
const answerSchema = z.looseObject({
  data: z.array(z.looseObject({ b64_json: z.string().optional(), url: z.string().optional() })).length(1),
});

async function events(fault: FaultName, partialCount = 2) {
  const text = await (await ask(fault, { stream: true, partial_images: partialCount })).text();
  return [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => eventSchema.parse(JSON.parse(data ?? "")));
}

async function kinds(fault: FaultName, partialCount?: number): Promise<string[]> {
  return (await events(fault, partialCount)).map(({ type }) => type.replace("image_generation.", ""));
}

async function onlyPicture(fault: FaultName) {
  const answer = answerSchema.parse(await (await ask(fault)).json());
  return { answer, ...answer.data[0] };
}

describe("refusals", () => {
  test.each<[FaultName, number, string]>([
    ["rate-limit-2", 429, "rate_limit_exceeded"],
    ["rate-limit-120", 429, "rate_limit_exceeded"],
    ["quota", 429, "insufficient_quota"],
    ["500", 500, "server_error"],
    ["401", 401, "invalid_api_key"],
    ["model-gone", 404, "model_not_found"],
    ["moderation", 400, "moderation_blocked"],
  ])("%s answers %i %s", async (fault, status, code) => {
    const response = await ask(fault);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code } });
  });

  test("rate limits say how long to wait", async () => {
    expect((await ask("rate-limit-2")).headers.get("retry-after")).toBe("2");
    expect((await ask("rate-limit-120")).headers.get("retry-after")).toBe("120");
  });

  test("rate-limit-once lets a prompt through the second time", async () => {
    const first = await ask("rate-limit-once");
    expect([first.status, first.headers.get("retry-after")]).toEqual([429, "1"]);
    expect((await ask("rate-limit-once")).status).toBe(200);
  });

  test("502-html is a page and no JSON", async () => {
    const response = await ask("502-html");
    expect([response.status, response.headers.get("content-type")]).toEqual([502, "text/html"]);
  });
});

describe("connections", () => {
  test("lost-connection breaks a stream after its first partial", async () => {
    const response = await ask("lost-connection", { stream: true, partial_images: 2 });
    const decoder = new TextDecoder();
    let text = "";
    const readAll = async () => {
      for await (const chunk of response.body ?? []) text += decoder.decode(chunk);
    };
    await expect(readAll()).rejects.toThrow();
    expect(text.match(/^event: .*$/gm)).toEqual(["event: image_generation.partial_image"]);
    expect(text.endsWith("\n\n")).toBe(true);
  });

  test("lost-connection breaks an answer in one piece in the middle", async () => {
    const response = await ask("lost-connection");
    await expect(response.text()).rejects.toThrow();
    expect(server.calls().at(-1)).toMatchObject({ fault: "lost-connection", ended: "faulted" });
  });

  test("silence sends headers and then nothing", async () => {
    const client = new AbortController();
    const response = await ask("silence", { stream: true }, { signal: client.signal });
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    const reading = response.text();
    client.abort();
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
  });

  test("no-headers never answers, and ends when the client leaves", async () => {
    const client = new AbortController();
    const asking = ask("no-headers", {}, { signal: client.signal });
    const isLast = { fault: "no-headers", status: null };
    await vi.waitFor(() => expect(server.calls().at(-1)).toMatchObject({ ...isLast, ended: "open" }));
    client.abort();
    await expect(asking).rejects.toMatchObject({ name: "AbortError" });
    await vi.waitFor(() => expect(server.calls().at(-1)).toMatchObject({ ...isLast, ended: "client-left" }));
  });

  test("byte-at-a-time sends the same bytes in many pieces", async () => {
    const response = await ask("byte-at-a-time", { stream: true, partial_images: 1 });
    let pieceCount = 0;
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      pieceCount += 1;
      text += decoder.decode(chunk, { stream: true });
    }
    expect(pieceCount).toBeGreaterThan(20);
    expect(text.match(/^event: .*$/gm)).toHaveLength(2);
    for (const [, data] of text.matchAll(/^data: (.*)$/gm))
      expect(() => JSON.parse(data ?? "")).not.toThrow();
  });
});

describe("events", () => {
  test("malformed-event puts broken JSON between good events", async () => {
    const text = await (await ask("malformed-event", { stream: true, partial_images: 1 })).text();
    const readable = [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => isJson(data ?? ""));
    expect(readable).toEqual([true, false, true]);
  });

  test("no-final ends after the partials", async () => {
    expect(await kinds("no-final")).toEqual(["partial_image", "partial_image"]);
  });

  test("error-event reports an error after the first partial", async () => {
    expect(await kinds("error-event")).toEqual(["partial_image", "error"]);
  });

  test("early-final sends the final before any partial", async () => {
    expect(await kinds("early-final")).toEqual(["completed"]);
  });

  test("late-partial sends a partial after the final, even where none was asked for", async () => {
    expect(await kinds("late-partial")).toEqual(["partial_image", "completed", "partial_image"]);
    expect(await kinds("late-partial", 0)).toEqual(["completed", "partial_image"]);
  });

  test("leaves an answer in one piece as it is", async () => {
    expect((await onlyPicture("no-final")).b64_json).toBeDefined();
  });
});

describe("pictures", () => {
  test("huge-event weighs 12 MB and still is a picture", async () => {
    const final = (await events("huge-event", 1)).at(-1);
    expect(final?.b64_json?.length).toBeGreaterThan(12_000_000);
    const { width } = await sharp(Buffer.from(final?.b64_json ?? "", "base64")).metadata();
    expect(width).toBe(1024);
  });

  test("url-answer gives an address of its own that works", async () => {
    const { url, b64_json } = await onlyPicture("url-answer");
    expect(b64_json).toBeUndefined();
    const file = await fetch(url ?? "");
    expect(await sharp(await file.arrayBuffer()).metadata()).toMatchObject({ width: 1024 });
  });

  test("url-gone gives an address that is gone", async () => {
    const { url } = await onlyPicture("url-gone");
    expect((await fetch(url ?? "")).status).toBe(404);
  });

  test("not-an-image gives a text", async () => {
    const { b64_json = "" } = await onlyPicture("not-an-image");
    expect(Buffer.from(b64_json, "base64").toString()).toContain("no picture");
  });

  test("wrong-size gives another size and says so", async () => {
    const { answer } = await onlyPicture("wrong-size");
    expect(answer.size).toBe("640x384");
    const final = (await events("wrong-size")).at(-1);
    expect(final?.size).toBe("640x384");
    const bytes = Buffer.from(final?.b64_json ?? "", "base64");
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 640, height: 384 });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
