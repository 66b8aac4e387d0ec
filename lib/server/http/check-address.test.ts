import { describe, expect, test } from "vitest";
import { checkAddress } from "./check-address";

const check = (method: string, headers: Record<string, string>, allowed = "") => {
  try {
    checkAddress({ method, headers: new Headers(headers) }, { allowedHosts: allowed, publicUrl: undefined });
    return "let in";
  } catch (error) {
    return error instanceof Error ? error.name : "thrown";
  }
};

test.each(["localhost", "localhost:3000", "LOCALHOST:3000", "127.0.0.1:3000", "[::1]", "[::1]:3000"])(
  "lets the loopback name %s in",
  (host) => expect(check("GET", { host })).toBe("let in"),
);

test.each([
  "evil.example",
  "evil.example:3000",
  "127.0.0.1.evil.example",
  "localhost.evil.example",
  "127.0.0.1:3000@evil.example",
  "evil.example:127.0.0.1",
  "192.168.1.5:3000",
  "0.0.0.0:3000",
  "localhost.",
  "::1",
  "",
])("keeps the name %j out, whatever is asked", (host) => {
  for (const method of ["GET", "POST", "OPTIONS"]) expect(check(method, { host })).toBe("AppError");
});

test("lets names in that the owner allows", () => {
  const allowed = " studio.lan , Other.LAN";
  expect(check("GET", { host: "studio.lan:3000" }, allowed)).toBe("let in");
  expect(check("GET", { host: "other.lan" }, allowed)).toBe("let in");
  expect(check("GET", { host: "third.lan" }, allowed)).toBe("AppError");
});

describe("a write", () => {
  const host = "localhost:3000";
  test.each([
    ["a program, which sends no Origin", {}, "let in"],
    ["the studio's own page", { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }, "let in"],
    ["its own page behind TLS", { origin: "https://localhost:3000" }, "let in"],
    ["another site", { origin: "https://evil.example" }, "AppError"],
    ["another port of this machine", { origin: "http://localhost:4000" }, "AppError"],
    ["the same machine by another name", { origin: "http://127.0.0.1:3000" }, "AppError"],
    ["a sandboxed page", { origin: "null" }, "AppError"],
    ["an empty Origin", { origin: "" }, "AppError"],
    ["a form of another site", { "sec-fetch-site": "cross-site" }, "AppError"],
  ])("of %s: %j", (_, headers, fate) => {
    for (const method of ["POST", "PATCH", "PUT", "DELETE"])
      expect(check(method, { host, ...headers })).toBe(fate);
  });

  test("is what only a read is not", () => {
    expect(check("GET", { host, origin: "https://evil.example" })).toBe("let in");
  });
});
