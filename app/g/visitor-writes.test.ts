import { glob } from "node:fs/promises";
import { join } from "node:path";
import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { nothing } from "@/lib/server/http/nothing";
import { proxy } from "@/proxy";

const WRITES = ["POST", "PUT", "PATCH", "DELETE"];
const folder = join(import.meta.dirname, "[token]");

/** Every route under `/g/<token>` with the methods of its own, from the files themselves. */
async function routes() {
  const found: { pathname: string; own: string[] }[] = [];
  for await (const file of glob("**/route.ts", { cwd: folder })) {
    const handlers: Record<string, unknown> = await import(join(folder, file));
    const own = Object.keys(handlers).filter((method) => handlers[method] !== nothing);
    const path = file.replace(/\/route\.ts$/, "").replace(/\[\w+\]/g, "x");
    found.push({ pathname: `/g/token/${path}`, own });
  }
  return found;
}

/** Next's sign that a request goes on to its route. */
async function isLetIn(pathname: string, method: string): Promise<boolean> {
  const headers = { host: "localhost:3000" };
  const response = await proxy(new NextRequest(`http://localhost:3000${pathname}`, { method, headers }));
  return response.headers.has("x-middleware-next");
}

test("the proxy lets writes of visitors through to the routes that take them, and to no other", async () => {
  const all = await routes();
  expect(all.length).toBeGreaterThanOrEqual(10);
  for (const { pathname, own } of all) {
    const takesWrites = own.some((method) => WRITES.includes(method));
    for (const method of WRITES)
      expect(await isLetIn(pathname, method), `${method} ${pathname}`).toBe(takesWrites);
    expect(await isLetIn(pathname, "GET"), pathname).toBe(true);
  }
});

test("the proxy lets no write through to what only begins or ends like such a route", async () => {
  for (const path of ["", "/", "/marks/", "/marks/x", "/comments/", "/comments/x/y", "/x/marks", "/embed"]) {
    expect(await isLetIn(`/g/token${path}`, "POST"), path).toBe(false);
  }
});
