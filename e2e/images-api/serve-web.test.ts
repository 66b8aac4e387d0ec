import { describe, expect, test, vi } from "vitest";
import { type Ending, serveWeb } from "./serve-web";

describe("a handler of web requests behind a port", () => {
  test("hands over method, headers and body, and sends status, headers and body", async () => {
    const server = await serveWeb(0, async (request) => {
      const echo = `${request.method} ${new URL(request.url).pathname} ${await request.text()}`;
      return new Response(echo, { status: 201, headers: { "x-seen": request.headers.get("x-sent") ?? "" } });
    });
    const response = await fetch(`${server.url}/path`, {
      method: "POST",
      body: "text",
      headers: { "x-sent": "yes" },
    });
    expect([response.status, response.headers.get("x-seen")]).toEqual([201, "yes"]);
    expect(await response.text()).toBe("POST /path text");
    await server.close();
  });

  test("aborts the request's signal and cancels the body when the client leaves", async () => {
    const seen: { signal?: AbortSignal; isCancelled?: boolean; ending?: Ending } = {};
    const server = await serveWeb(0, async (request, ending) => {
      seen.signal = request.signal;
      void ending.then((end) => Object.assign(seen, { ending: end }));
      return new Response(
        new ReadableStream({ cancel: () => void Object.assign(seen, { isCancelled: true }) }),
      );
    });
    const client = new AbortController();
    await fetch(server.url, { signal: client.signal });
    expect(seen.signal?.aborted).toBe(false);
    client.abort();
    await vi.waitFor(() => expect(seen.signal?.aborted).toBe(true));
    await vi.waitFor(() => expect(seen).toMatchObject({ isCancelled: true, ending: "left" }));
    await server.close();
  });

  test("answers 500 with the reason when the handler fails", async () => {
    const server = await serveWeb(0, () => Promise.reject(new Error("no handler")));
    const response = await fetch(server.url);
    expect([response.status, await response.text()]).toEqual([500, "Error: no handler"]);
    await server.close();
  });
});
