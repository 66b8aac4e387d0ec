import { describe, expect, test } from "vitest";
import { isApiHost, zoneOf } from "./zone";

const settings = { allowedHosts: "studio.lan", publicUrl: "https://gallery.example.com" };
const headersOf = (headers: Record<string, string | undefined>) =>
  new Headers(Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined));
const zone = (
  headers: Record<string, string | undefined>,
  publicUrl: string | undefined = settings.publicUrl,
) => zoneOf(headersOf(headers), { ...settings, publicUrl });

describe("with a host for galleries, a request", () => {
  test.each([
    [{ host: "localhost:3000" }, "studio"],
    [{ host: "studio.lan" }, "studio"],
    [{ host: "gallery.example.com" }, "public"],
    [{ host: "GALLERY.example.com:443" }, "public"],
    [{ host: "gallery.example.com.evil.example" }, "foreign"],
    [{ host: "evil.example" }, "foreign"],
    [{}, "foreign"],
    [{ host: "localhost:3000", "x-forwarded-host": "gallery.example.com" }, "public"],
    [{ host: "gallery.example.com", "x-forwarded-host": "localhost" }, "public"],
    [{ host: "localhost:3000", "x-forwarded-host": "localhost:3000" }, "studio"],
    [{ host: "localhost:3000", "x-forwarded-host": "evil.example" }, "foreign"],
    [{ host: "localhost:3000", "x-forwarded-host": "localhost, gallery.example.com" }, "public"],
  ])("with %j is in the zone %s", (headers, expected) => {
    expect(zone(headers)).toBe(expected);
  });
});

test("knows no public zone without such a host", () => {
  expect(
    zoneOf(new Headers({ host: "gallery.example.com" }), { allowedHosts: "", publicUrl: undefined }),
  ).toBe("foreign");
});

test("keeps a loopback name public on its port alone", () => {
  const publicUrl = "http://localhost:4000";
  expect(zone({ host: "localhost:4000" }, publicUrl)).toBe("public");
  expect(zone({ host: "localhost:3000" }, publicUrl)).toBe("studio");
  expect(zone({ host: "127.0.0.1:4000" }, publicUrl)).toBe("studio");
});

describe("programs", () => {
  const api = { ...settings, apiUrl: "https://api.example.com" };
  test.each([
    [{ host: "localhost:3000" }, true],
    [{ host: "[::1]:3000" }, true],
    [{ host: "api.example.com" }, true],
    [{ host: "127.0.0.1:3000", "x-forwarded-host": "API.example.com" }, true],
    [{ host: "studio.lan" }, false],
    [{ host: "gallery.example.com" }, false],
    [{ host: "127.0.0.1:3000", "x-forwarded-host": "gallery.example.com" }, false],
    [{ host: "api.example.com.evil.example" }, false],
    [{ host: "localhost:3000", "x-forwarded-host": "evil.example" }, false],
    [{}, false],
  ])("with %j are answered: %s", (headers, expected) => {
    expect(isApiHost(headersOf(headers), api)).toBe(expected);
  });

  test("are answered on no other host than loopback ones where none is named, and never on the galleries' port", () => {
    expect(isApiHost(new Headers({ host: "api.example.com" }), settings)).toBe(false);
    const local = { allowedHosts: "", publicUrl: "http://localhost:4000" };
    expect(isApiHost(new Headers({ host: "localhost:4000" }), local)).toBe(false);
    expect(isApiHost(new Headers({ host: "localhost:3000" }), local)).toBe(true);
  });

  test("see no page of the studio on their host", () => {
    expect(zoneOf(new Headers({ host: "api.example.com" }), api)).toBe("foreign");
  });
});
