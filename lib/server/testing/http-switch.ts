import { once } from "node:events";
import { createServer, type IncomingMessage, request as open, type ServerResponse } from "node:http";
import * as z from "zod";

/**
 * What becomes of a request: passed on; cut off, as by a machine that is gone; never answered; or answered with a
 * status by someone on the way.
 */
export type Fate = "pass" | "cut" | "hang" | { status: number; body?: string };
export type Rule = (request: { method: string; path: string }) => Fate;

/** For tests: stands before an HTTP server and does with each request what its rule says at that moment. */
export async function openHttpSwitch(target: string) {
  let rule: Rule = () => "pass";
  const requests: { method: string; path: string }[] = [];
  const held = new Set<ServerResponse>();
  const server = createServer((incoming, response) => {
    const seen = { method: incoming.method ?? "", path: incoming.url ?? "" };
    requests.push(seen);
    const fate = rule(seen);
    if (fate === "pass") return passOn(target, incoming, response);
    if (fate === "cut") return void incoming.socket.destroy();
    if (fate === "hang") return void held.add(response);
    incoming.resume();
    incoming.on("end", () => response.writeHead(fate.status).end(fate.body ?? ""));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    /** For requests from here on. */
    set(next: Rule | Fate) {
      rule = typeof next === "function" ? next : () => next;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function passOn(target: string, incoming: IncomingMessage, response: ServerResponse): void {
  const { method, headers, url = "" } = incoming;
  const outgoing = open(new URL(url, target), { method, headers, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on("error", () => response.destroy());
  response.on("close", () => outgoing.destroy());
  incoming.pipe(outgoing);
}
