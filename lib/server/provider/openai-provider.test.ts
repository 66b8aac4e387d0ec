import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, test, vi } from "vitest";
import * as z from "zod";
import type { AnsweredImage } from "@/lib/server/ports/provider";
import {
  answerJson,
  answerStream,
  base64,
  completedText,
  eventText,
  follow,
  partialText,
  pictures,
  providerAt,
  requestOf,
  SECRET,
  serveScript,
} from "@/lib/server/ports/provider.fixture";
import type { Deadlines } from "./watchdog";

const stream = { stream: true } as const;

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("utf8");
}

function wordsOf(image: AnsweredImage): string {
  switch (image.type) {
    case "picture":
      return `picture: ${textOf(image.bytes)}`;
    case "address":
      return `address: ${image.url}`;
    case "lost":
      return `lost: ${image.error.code} ${image.error.billed}`;
  }
}

/** A call as a list of words: what came, and how it ended. */
async function toldBy(url: string, request: object, deadlines: Partial<Deadlines> = {}) {
  const { events, error } = await follow(providerAt(url, deadlines), request);
  const words = events.flatMap((event) => {
    if (event.type === "partial") return [`partial ${event.partialIndex}: ${textOf(event.bytes)}`];
    return event.images.map(wordsOf);
  });
  return [...words, ...(error ? [`${error.code} ${error.billed}`] : [])];
}

async function told(script: Parameters<typeof serveScript>[0], request: object = {}) {
  await using server = await serveScript(script);
  const words = await toldBy(server.url, request);
  expect(server.received).toHaveLength(1);
  return words;
}

test("sends the request as it was planned, once, with the key in its header alone", async () => {
  await using server = await serveScript(answerJson(200, pictures({ b64_json: base64("one") })));
  const request = { model: "m", prompt: "ein Füchslein 🦊", n: 1, quality: "high" };
  await follow(providerAt(server.url), request);
  const [received] = server.received;
  expect(server.received).toHaveLength(1);
  expect(received?.url).toBe("/v1/images/generations");
  expect(JSON.parse(received?.body ?? "")).toEqual(request);
  const { authorization, ...others } = received?.headers ?? {};
  expect(authorization).toBe(`Bearer ${SECRET}`);
  expect(JSON.stringify(others)).not.toContain("S3cret");
});

describe("an answer in one piece", () => {
  test("gives all pictures, what was used, revised prompts and usage", async () => {
    const usage = {
      input_tokens: 9,
      output_tokens: 272,
      total_tokens: 281,
      input_tokens_details: { text_tokens: 7, image_tokens: 2 },
    };
    const answer = {
      ...pictures({ b64_json: base64("one"), revised_prompt: "a red fox" }, { b64_json: base64("two") }),
      ...{ usage, size: "1024x1024", quality: "low", background: null, output_format: "png" },
    };
    await using server = await serveScript(answerJson(200, answer));
    const { events } = await follow(providerAt(server.url), { n: 2 });
    const used = { size: "1024x1024", quality: "low", outputFormat: "png" };
    expect(events).toEqual([
      {
        type: "answered",
        usage: { textInputTokens: 7, imageInputTokens: 2, outputTokens: 272 },
        costUsd: null,
        images: [
          { type: "picture", bytes: Buffer.from("one"), revisedPrompt: "a red fox", used },
          { type: "picture", bytes: Buffer.from("two"), revisedPrompt: null, used },
        ],
      },
    ]);
  });

  test("is taken for a stream that was asked for, too", async () => {
    expect(await told(answerJson(200, pictures({ b64_json: base64("one") })), stream)).toEqual([
      "picture: one",
    ]);
  });

  test.each([{}, null, "many", { input_tokens: "9" }, { input_tokens: 1 }, []])(
    "keeps the picture when its usage is %j",
    async (usage) => {
      const answer = { ...pictures({ b64_json: base64("one") }), usage };
      expect(await told(answerJson(200, answer))).toEqual(["picture: one"]);
    },
  );

  test("keeps the others when one of several cannot be had", async () => {
    const entries = [
      { b64_json: base64("one") },
      { url: 7 },
      {},
      { url: "ftp://x/y" },
      { b64_json: base64("five") },
      { url: "https://x/y?sig=1" },
      { url: `data:image/png;base64,${base64("seven")}` },
      { url: `https://x/${"y".repeat(10_000)}` },
    ];
    const lost = "lost: picture_lost yes";
    expect(await told(answerJson(200, pictures(...entries)))).toEqual([
      "picture: one",
      lost,
      lost,
      lost,
      "picture: five",
      "address: https://x/y?sig=1",
      "picture: seven",
      lost,
    ]);
  });

  test("of a flood of pictures gives no more than could be meant", async () => {
    const flood = Array.from({ length: 5_000 }, () => ({ b64_json: base64("one") }));
    expect(await told(answerJson(200, pictures(...flood)))).toHaveLength(32);
  });

  test("that is an endless error is read as far as an error goes", async () => {
    const endless = { error: { message: "x".repeat(50_000_000), code: "moderation_blocked" } };
    expect(await told(answerJson(400, endless))).toEqual(["request_rejected no"]);
  });

  test("may hold fewer pictures than were asked for", async () => {
    expect(await told(answerJson(200, pictures()), { n: 3 })).toEqual([]);
    expect(await told(answerJson(200, pictures({ b64_json: base64("one") })), { n: 3 })).toEqual([
      "picture: one",
    ]);
  });

  test.each([
    ["text", "hello"],
    ["JSON that breaks off", '{"created":1,"data":[{"b64_json":"AA'],
    ["another JSON", '{"hello":1}'],
    ["data of another form", '{"data":"AAAA"}'],
    ["nothing", ""],
  ])("ends as unknown when it is %s", async (_, body) => {
    expect(await told(answerJson(200, body))).toEqual(["ended_early maybe"]);
  });

  test("is an error when it says so under status 200", async () => {
    const blocked = { error: { message: "No.", code: "moderation_blocked" } };
    expect(await told(answerJson(200, blocked))).toEqual(["moderation_blocked no"]);
    expect(await told(answerJson(200, { error: { message: "No." } }))).toEqual(["provider_failed maybe"]);
  });

  test("ends as lost when the connection is cut in the middle", async () => {
    expect(
      await told(({ response }) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
        response.write('{"data":[');
        setImmediate(() => response.destroy());
      }),
    ).toEqual(["connection_lost maybe"]);
  });
});

describe("a stream", () => {
  const whole = `: hello\n\n${partialText(0)}${partialText(1)}${completedText("final 🦊")}`;
  const heard = ["partial 0: partial 0", "partial 1: partial 1", "picture: final 🦊"];

  test("gives partials as they come, then the final with what was used", async () => {
    const usage = { input_tokens: 9, output_tokens: 272 };
    const final = completedText("final", {
      size: "1024x1024",
      quality: "low",
      usage,
      revised_prompt: "a red fox",
    });
    await using server = await serveScript(answerStream(partialText(0), final));
    const { events } = await follow(providerAt(server.url), stream);
    expect(events).toEqual([
      { type: "partial", partialIndex: 0, bytes: Buffer.from("partial 0"), used: {} },
      {
        type: "answered",
        usage: { textInputTokens: 9, imageInputTokens: 0, outputTokens: 272 },
        costUsd: null,
        images: [
          {
            ...{ type: "picture", bytes: Buffer.from("final"), revisedPrompt: "a red fox" },
            used: { size: "1024x1024", quality: "low" },
          },
        ],
      },
    ]);
  });

  test("hands a partial on while the next is not yet sent", async () => {
    const partialSeen = Promise.withResolvers<void>();
    await using server = await serveScript(({ response }) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(partialText(0));
      void partialSeen.promise.then(() => response.end(completedText()));
    });
    const request = requestOf(stream);
    const seen: string[] = [];
    for await (const event of providerAt(server.url).generate(request, new AbortController().signal)) {
      seen.push(event.type);
      partialSeen.resolve();
    }
    expect(seen).toEqual(["partial", "answered"]);
  });

  test("is read the same wherever it is cut, within a character too", async () => {
    const bytes = Buffer.from(
      `${eventText("image_generation.partial_image", { note: "🦊 é", b64_json: base64("p"), partial_image_index: 0 })}${completedText("f", { revised_prompt: "Füchslein 🦊" })}`,
    );
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const chunks = [bytes.subarray(0, cut), bytes.subarray(cut)];
      const events = await readChunks(chunks);
      expect(events).toEqual(["partial 0: p", "f, Füchslein 🦊"]);
    }
    expect(await readChunks(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual([
      "partial 0: p",
      "f, Füchslein 🦊",
    ]);
  });

  test("is read with CRLF, comments, unknown events and empty ones between", async () => {
    const noise = `: ping\n\nevent: other\ndata: {"type":"other"}\n\ndata: [DONE]\n\ndata:\n\nid: 4\nretry: 5\n\n`;
    expect(await told(answerStream(whole.replaceAll("\n", "\r\n")), stream)).toEqual(heard);
    expect(
      await told(
        answerStream(noise, partialText(0), noise, partialText(1), completedText("final 🦊")),
        stream,
      ),
    ).toEqual(heard);
  });

  test("may have its final before its partials, which are then passed over", async () => {
    expect(await told(answerStream(completedText(), partialText(0)), stream)).toEqual(["picture: final"]);
  });

  test("keeps the final of a server that ends without an empty line", async () => {
    expect(await told(answerStream(partialText(0), completedText().trimEnd()), stream)).toEqual([
      "partial 0: partial 0",
      "picture: final",
    ]);
  });

  test("never takes a partial for a final", async () => {
    expect(await told(answerStream(partialText(0), partialText(1)), stream)).toEqual([
      ...heard.slice(0, 2),
      "ended_early maybe",
    ]);
    expect(await told(answerStream(partialText(0).trimEnd()), stream)).toEqual(["ended_early maybe"]);
    expect(await told(answerStream(), stream)).toEqual(["ended_early maybe"]);
  });

  test("passes a malformed event over", async () => {
    const broken =
      'event: image_generation.partial_image\ndata: {"type":"image_generation.partial_image","b64_js\n\n';
    expect(await told(answerStream(broken, partialText(1), completedText()), stream)).toEqual([
      "partial 1: partial 1",
      "picture: final",
    ]);
    const brokenFinal = completedText().replace('"b64_json"', '"b64');
    expect(await told(answerStream(partialText(0), brokenFinal), stream)).toEqual([
      "partial 0: partial 0",
      "ended_early maybe",
    ]);
    const noPicture = eventText("image_generation.completed", { b64_json: null });
    expect(await told(answerStream(noPicture), stream)).toEqual(["ended_early maybe"]);
  });

  test.each([null, {}, "many", { input_tokens: -1 }])(
    "keeps the final when its usage is %j",
    async (usage) => {
      expect(await told(answerStream(completedText("final", { usage })), stream)).toEqual(["picture: final"]);
    },
  );

  test.each([
    [
      "with the API's form",
      'event: error\ndata: {"type":"error","error":{"code":"server_error","message":"x"}}\n\n',
      "provider_failed maybe",
    ],
    ["without a name", 'data: {"error":{"message":"x"}}\n\n', "provider_failed maybe"],
    ["flat", 'data: {"type":"error","message":"x","code":null}\n\n', "provider_failed maybe"],
    ["with odd fields", 'data: {"error":{"message":1,"code":2,"param":{}}}\n\n', "provider_failed maybe"],
    ["with a text", "event: error\ndata: upstream exploded\n\n", "provider_failed maybe"],
    [
      "of the safety system",
      'event: error\ndata: {"error":{"code":"moderation_blocked"}}\n\n',
      "moderation_blocked no",
    ],
    [
      "that speaks of a pause: it had been accepted",
      'event: error\ndata: {"error":{"code":"rate_limit_exceeded"}}\n\n',
      "provider_failed maybe",
    ],
  ])("ends with an error event %s", async (_, event, ending) => {
    expect(await told(answerStream(partialText(0), event, completedText()), stream)).toEqual([
      "partial 0: partial 0",
      ending,
    ]);
  });

  test("ends as lost when the connection is cut after a partial", async () => {
    let cut = () => {};
    await using server = await serveScript(({ response }) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(partialText(0));
      cut = () => response.destroy();
    });
    const whole = requestOf(stream);
    const events = providerAt(server.url).generate(whole, new AbortController().signal);
    const told: string[] = [];
    const following = (async () => {
      for await (const { type } of events) {
        told.push(type);
        cut();
      }
    })();
    await expect(following).rejects.toMatchObject({ code: "connection_lost", billed: "maybe" });
    expect(told).toEqual(["partial"]);
  });

  test("may have an event of 12 MB", async () => {
    const large = "x".repeat(9_000_000);
    expect(await told(answerStream(completedText(large)), stream)).toEqual([`picture: ${large}`]);
  });
});

/** The events of a stream that arrives in these chunks, without a network that would join them. */
async function readChunks(chunks: Uint8Array[]): Promise<string[]> {
  const { readStream } = await import("./read-stream");
  const { startWatchdog } = await import("./watchdog");
  using watchdog = startWatchdog(new AbortController().signal, { idleMs: 5000, overallMs: 5000 });
  const told: string[] = [];
  for await (const event of readStream(
    new Response(new Blob(chunks.map((chunk) => new Uint8Array(chunk))).stream()),
    watchdog,
    [],
  )) {
    if (event.type === "partial") told.push(`partial ${event.partialIndex}: ${textOf(event.bytes)}`);
    else
      for (const image of event.images)
        if (image.type === "picture") told.push(`${textOf(image.bytes)}, ${image.revisedPrompt}`);
  }
  return told;
}

describe("deadlines", () => {
  const short = { idleMs: 150, overallMs: 400 };

  test("end a stream that is silent, and keep what came before", async () => {
    await using server = await serveScript(({ response }) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(partialText(0));
    });
    expect(await toldBy(server.url, stream, short)).toEqual(["partial 0: partial 0", "timed_out maybe"]);
    expect(server.received).toHaveLength(1);
  });

  test("end a call that never gets headers", async () => {
    await using server = await serveScript(() => {});
    expect(await toldBy(server.url, stream, short)).toEqual(["timed_out maybe"]);
    expect(await toldBy(server.url, {}, short)).toEqual(["timed_out maybe"]);
    expect(server.received).toHaveLength(2);
  });

  test("end a stream that only ever says that it is there", async () => {
    await using server = await serveScript(({ response }) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      const timer = setInterval(() => response.write(": ping\n\n"), 50);
      response.on("close", () => clearInterval(timer));
    });
    expect(await toldBy(server.url, stream, short)).toEqual(["timed_out maybe"]);
  });

  test("take every byte for a sign of life", async () => {
    const { readStream } = await import("./read-stream");
    const touch = vi.fn();
    const watchdog = { signal: new AbortController().signal, touch, [Symbol.dispose]() {} };
    const chunks = [": ping\n\n", ": pi", "ng\n\n", completedText()];
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const chunk = chunks.shift();
        if (chunk === undefined) controller.close();
        else controller.enqueue(Buffer.from(chunk));
      },
    });
    for await (const event of readStream(new Response(body), watchdog, []))
      expect(event.type).toBe("answered");
    expect(touch).toHaveBeenCalledTimes(4);
  });
});

describe("a provider that is not there", () => {
  test("is unreachable and nothing is billed when it refuses the connection", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = z.object({ port: z.number() }).parse(server.address());
    server.close();
    await once(server, "close");
    expect(await toldBy(`http://127.0.0.1:${port}`, {})).toEqual(["unreachable no"]);
    expect(await toldBy(`http://localhost:${port}`, {})).toEqual(["unreachable no"]);
  });

  test("is unreachable when its name is unknown", async () => {
    expect(await toldBy("http://nobody.invalid", {})).toEqual(["unreachable no"]);
  });

  test("is unreachable when it speaks no TLS where TLS is asked for", async () => {
    await using server = await serveScript(answerJson(200, {}));
    expect(await toldBy(server.url.replace("http:", "https:"), {})).toEqual(["unreachable no"]);
    expect(server.received).toEqual([]);
  });

  test("is lost when it hangs up on the request", async () => {
    await using server = await serveScript(({ response }) => void response.destroy());
    expect(await toldBy(server.url, {})).toEqual(["connection_lost maybe"]);
    expect(server.received).toHaveLength(1);
  });
});

describe("leaving", () => {
  test("cancels a call, also before it began", async () => {
    const left = Promise.withResolvers<void>();
    await using server = await serveScript(({ request, response }) => {
      request.socket.on("close", () => left.resolve());
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(partialText(0));
    });
    const provider = providerAt(server.url);
    const controller = new AbortController();
    const seen: string[] = [];
    const request = requestOf(stream);
    const reading = (async () => {
      for await (const event of provider.generate(request, controller.signal)) {
        seen.push(event.type);
        controller.abort();
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: "cancelled", billed: "maybe" });
    await left.promise;
    const before = await follow(provider, stream, AbortSignal.abort());
    expect(before.error).toMatchObject({ code: "cancelled" });
    expect(server.received, "the second was never sent").toHaveLength(1);
  });

  test("ends the call upstream when the loop is left early", async () => {
    const left = Promise.withResolvers<void>();
    await using server = await serveScript(({ request, response }) => {
      request.socket.on("close", () => left.resolve());
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(partialText(0));
    });
    const request = requestOf(stream);
    for await (const event of providerAt(server.url).generate(request, new AbortController().signal)) {
      expect(event.type).toBe("partial");
      break;
    }
    await left.promise;
  });
});

describe("the list of models", () => {
  const ids = async (script: Parameters<typeof serveScript>[0]) => {
    await using server = await serveScript(script);
    const list = await providerAt(server.url).listModels(AbortSignal.timeout(1000));
    return list?.map(({ id }) => id) ?? null;
  };

  test("is what the key can use", async () => {
    expect(await ids(answerJson(200, { data: [{ id: "dall-e-3", owned_by: "x" }, { id: "b" }] }))).toEqual([
      "dall-e-3",
      "b",
    ]);
  });

  test("is null where the provider gives none", async () => {
    expect(await ids(answerJson(404, {}))).toBeNull();
    expect(await ids(answerJson(200, "<html>"))).toBeNull();
    expect(await ids(answerJson(200, { data: [{ name: "x" }] }))).toBeNull();
  });
});
