import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import * as z from "zod";
import { AppError } from "@/lib/domain/errors/app-error";
import type { ProviderRequest } from "@/lib/domain/generation/request/provider-request";
import { DIALECTS } from "@/lib/domain/providers/dialect";
import { type Account, createNetworkProvider } from "@/lib/server/provider/network-provider";
import type { Deadlines } from "@/lib/server/provider/watchdog";
import type { Provider, ProviderEvent } from "./provider";

/** For tests: a key that must turn up nowhere. */
export const SECRET = "sk-proj-S3cretS3cretS3cretS3cret";

export type Exchange = { request: IncomingMessage; body: string; response: ServerResponse };
export type Script = (exchange: Exchange) => void;

/** For tests: a server on 127.0.0.1 that answers as the script says, and counts. */
export async function serveScript(script: Script) {
  const received: { url: string; headers: IncomingMessage["headers"]; body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      received.push({ url: request.url ?? "", headers: request.headers, body });
      script({ request, body, response });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** For tests: the studio's own provider over the network, with a key and deadlines in milliseconds. */
export function providerAt(url: string, deadlines: Partial<Deadlines> = {}): Provider {
  const account: Account = {
    id: "test",
    label: "test",
    dialect: DIALECTS.openai,
    catalogue: "models",
    auth: "bearer",
    baseUrl: `${url}/v1`,
    apiKey: SECRET,
  };
  return createNetworkProvider(account, {
    connectMs: 5_000,
    idleMs: 10_000,
    overallMs: 20_000,
    ...deadlines,
  });
}

/** For tests: a request for pictures. */
export function requestOf(fields: object = {}): ProviderRequest {
  const body = { model: "any", prompt: "a fox", n: 1, ...fields };
  return { endpoint: "images", path: "/images/generations", body };
}

/** For tests: what a call gave until it ended, and how it ended. */
export async function follow(
  provider: Provider,
  request: object = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<{ events: ProviderEvent[]; error: AppError | null }> {
  const events: ProviderEvent[] = [];
  try {
    for await (const event of provider.generate(requestOf(request), signal)) events.push(event);
    return { events, error: null };
  } catch (thrown) {
    if (thrown instanceof AppError) return { events, error: thrown };
    throw thrown;
  }
}

/** For tests: answers every request with JSON. */
export function answerJson(status: number, body: unknown, headers: Record<string, string> = {}): Script {
  return ({ response }) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
}

/** For tests: an answer of the Images API with these pictures. */
export function pictures(...data: object[]) {
  return { created: 1, data };
}

export const base64 = (text: string) => Buffer.from(text).toString("base64");

/** For tests: one event of a stream, as text. */
export function eventText(type: string, fields: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;
}

export const partialText = (index: number, text = `partial ${index}`) =>
  eventText("image_generation.partial_image", { b64_json: base64(text), partial_image_index: index });
export const completedText = (text = "final", fields: object = {}) =>
  eventText("image_generation.completed", { b64_json: base64(text), ...fields });

/** For tests: answers every request with a stream of these chunks. */
export function answerStream(...chunks: (string | Uint8Array)[]): Script {
  return ({ response }) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const chunk of chunks) response.write(chunk);
    response.end();
  };
}

/** For tests: an error with everything in it that is shown, stored or logged. */
export function shownOf(error: AppError | null): string {
  return JSON.stringify({ message: error?.message, fields: error?.fields, code: error?.code });
}
