import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** How an exchange ended: sent whole, cut by ourselves, or the client went away first. */
export type Ending = "sent" | "cut" | "left";

/**
 * Answers a request. `request.signal` is aborted when the client leaves; `ending` tells, once the
 * last byte is out, how it went. A body that fails destroys the connection.
 */
export type WebHandler = (request: Request, ending: Promise<Ending>) => Promise<Response>;

export type WebServer = { url: string; close(): Promise<void> };

/**
 * Serves a handler of web requests on 127.0.0.1. Port 0 is any free one.
 * @throws the listening error, such as EADDRINUSE
 */
export async function serveWeb(port: number, handler: WebHandler): Promise<WebServer> {
  const server = createServer((incoming, outgoing) => void exchange(incoming, outgoing, handler));
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const actualPort = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${actualPort}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function exchange(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handler: WebHandler,
): Promise<void> {
  const { promise: ending, resolve: end } = Promise.withResolvers<Ending>();
  const gone = new AbortController();
  outgoing.on("close", () => {
    if (outgoing.writableFinished) return;
    end("left");
    gone.abort();
  });
  try {
    const request = await toRequest(incoming, gone.signal);
    const response = await handler(request, ending).catch((error) => failure(error, gone.signal));
    await send(response, outgoing, gone.signal);
    end("sent");
  } catch {
    end("cut");
    outgoing.destroy();
  }
}

/** A handler that fails is a mistake in the tests, so it says which; nobody hears it when the client has left. */
function failure(error: unknown, gone: AbortSignal): Response {
  gone.throwIfAborted();
  return new Response(String(error), { status: 500 });
}

async function toRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const { method = "GET", url = "/", headers } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = method === "GET" || method === "HEAD" ? null : Buffer.concat(chunks);
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return new Request(new URL(url, `http://${headers.host ?? "127.0.0.1"}`), {
    method,
    headers: pairs,
    body,
    signal,
  });
}

async function send(response: Response, outgoing: ServerResponse, gone: AbortSignal): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  const reader = response.body?.getReader();
  const leave = () => void reader?.cancel().catch(() => {});
  gone.addEventListener("abort", leave, { once: true });
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) break;
    await write(outgoing, next.value);
  }
  gone.throwIfAborted();
  outgoing.end();
  await once(outgoing, "finish", { signal: gone });
}

/** Waits until the bytes are handed on, so that a cut that follows does not swallow them. */
function write(outgoing: ServerResponse, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    outgoing.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
