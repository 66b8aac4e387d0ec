import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { leadIn } from "./front-door";

const settings = { allowedHosts: "", publicUrl: "http://gallery.test" };

/** What comes of a request: its method and address as Next sees them. */
function led(method: string, url: string, hosts: string[], more: Record<string, string> = {}) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method, url, headers: { host: hosts[0], ...more } });
  const distinct = Object.fromEntries(Object.entries(more).map(([name, value]) => [name, [value]]));
  Object.defineProperty(request, "headersDistinct", { value: { host: hosts, ...distinct } });
  leadIn(request, settings);
  return request;
}
const ledTo = (url: string, hosts = ["gallery.test"], method = "GET") => led(method, url, hosts).url;

test("lets in what belongs to galleries on their host, and all that is an address on the studio's", () => {
  for (const url of [
    "/g/t",
    "/g/t/",
    "/g/t?before=//x",
    "/g/t/i/x/large-1",
    "/g/oembed?url=http%3A%2F%2Fx",
    "/_next/static/a.js",
  ]) {
    expect(ledTo(url)).toBe(url);
  }
  for (const url of ["/", "/s/x", "/api/sessions/", "//api", "/_next/image?url=x"]) {
    expect(ledTo(url, ["localhost:3000"])).toBe(url);
  }
});

test("leads everything else on the galleries' host to nothing, however it is written", () => {
  for (const url of [
    ...[
      "/",
      "/s/x",
      "/api/sessions",
      "/api/sessions/",
      "//api/sessions",
      "/\\api",
      "/gx",
      "/G/t",
      "/_next/image?url=x",
    ],
    ...[
      "/g/../api",
      "/g/%2e%2e/api",
      "/g/t/..%2f..%2fapi",
      "/g//t",
      "/_next/static/../../s/x",
      "/g/t/./x",
      "/g/t/..",
      "/g/t/gallery/",
      "/g/",
      "/_next/static/",
    ],
    ...["http://localhost/api/sessions", "http://localhost/g/t", "*", ""],
  ]) {
    expect(ledTo(url), url).toBe("/nothing");
    expect(ledTo(url, ["evil.test"]), url).toBe("/nothing");
  }
});

test("leads addresses that are none, and methods that nobody has, to nothing on every host", () => {
  for (const host of ["gallery.test", "localhost"]) {
    for (const url of ["/g/%", "/g/%ff/gallery", "/api/%c0"])
      expect(ledTo(url, [host]), url).toBe("/nothing");
    for (const method of ["TRACE", "PROPFIND", "get"]) {
      expect(led(method, "/g/t", [host])).toMatchObject({ method: "GET", url: "/nothing" });
    }
  }
});

test("takes no request that names two hosts", () => {
  expect(ledTo("/api/sessions", ["localhost", "gallery.test"])).toBe("/nothing");
  expect(led("GET", "/s/x", ["localhost"], { "x-forwarded-host": "gallery.test" }).url).toBe("/nothing");
});

test("leaves no name of a server action on a request", () => {
  expect(led("POST", "/g/t/marks", ["gallery.test"], { "next-action": "x" }).headers).not.toHaveProperty(
    "next-action",
  );
});

test("makes addresses plain that programs write with more slashes than needed", () => {
  const hosts = ["localhost:3000"];
  expect(ledTo("/v1/images/generations/", hosts, "POST")).toBe("/v1/images/generations");
  expect(ledTo("//v1//models?x=//", hosts)).toBe("/v1/models?x=//");
  expect(ledTo("/mcp/", hosts, "POST")).toBe("/mcp");
  expect(ledTo("/v1x/", hosts)).toBe("/v1x/");
});

test("leads programs to the API's own nothing, and to none where the API does not answer", () => {
  expect(led("TRACE", "/v1/models", ["localhost:3000"])).toMatchObject({ method: "GET", url: "/v1/nothing" });
  expect(ledTo("/v1/models/%ff", ["localhost:3000"])).toBe("/v1/nothing");
  for (const host of ["gallery.test", "evil.test"]) {
    expect(ledTo("/v1/models", [host])).toBe("/nothing");
    expect(ledTo("/mcp", [host], "POST")).toBe("/nothing");
  }
});
