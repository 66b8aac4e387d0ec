import { describe, expect, test } from "vitest";
import { zoneOf } from "./zone";

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
