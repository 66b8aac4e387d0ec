import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { expect, test } from "vitest";
import * as z from "zod";
import { openFrontDoor } from "./front-door";

const door = openFrontDoor({ allowedHosts: "", publicUrl: undefined });
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** A server behind the door; what it holds is answered when the test says so. */
async function serve() {
  const held: { request: IncomingMessage; response: ServerResponse }[] = [];
  const server = createServer((request, response) => held.push({ request, response }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const ask = (path: string, accept: string) =>
    new Promise<IncomingMessage & { body: string }>((resolve, reject) => {
      request({ port, path, agent, headers: { accept } }, async (answer) => {
        const body = (await answer.toArray()).join("");
        resolve(Object.assign(answer, { body }));
      })
        .on("error", reject)
        .end();
    });
  return { server, held, ask };
}

test("a closed door turns everything away on a connection that ends, and those inside are still answered", async () => {
  const { server, held, ask } = await serve();
  const inside = ask("/api/sessions", "application/json");
  await expect.poll(() => held.length).toBe(1);
  door.close(5_000);
  let isEmpty = false;
  const emptied = door.empty(60_000).then(() => {
    isEmpty = true;
  });
  held[0]?.response.end("there you are");
  const answered = await inside;
  expect([answered.statusCode, answered.body, answered.headers.connection]).toEqual([
    200,
    "there you are",
    "close",
  ]);
  await emptied;
  expect(isEmpty).toBe(true);

  const api = await ask("/api/generations", "application/json");
  expect(api).toMatchObject({ statusCode: 503, headers: { "retry-after": "5", connection: "close" } });
  expect(JSON.parse(api.body)).toMatchObject({ error: { code: "studio_stopping", billed: "no" } });
  const page = await ask("/g/token", "text/html,application/xhtml+xml");
  expect(page).toMatchObject({ statusCode: 503, headers: { "content-type": "text/html; charset=utf-8" } });
  expect(page.body).toContain("tries again by itself");
  expect(held, "nothing more reached what is behind the door").toHaveLength(1);
  agent.destroy();
  server.close();
});
