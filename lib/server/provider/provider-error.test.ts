import { describe, expect, test } from "vitest";
import { retryDelayMs } from "@/lib/server/calls/retry-policy";
import { createLog } from "@/lib/server/log";
import {
  answerJson,
  answerStream,
  follow,
  partialText,
  providerAt,
  type Script,
  SECRET,
  serveScript,
  shownOf,
} from "@/lib/server/ports/provider.fixture";
import { parseRetryAfter } from "./provider-error";

async function answeredWith(script: Script, request: object = {}) {
  await using server = await serveScript(script);
  const { error } = await follow(providerAt(server.url), request);
  expect(server.received).toHaveLength(1);
  return error;
}
const refusal = (status: number, error: object | string, headers: Record<string, string> = {}) =>
  answeredWith(answerJson(status, { error }, headers));

/** images-api.md, section 5: status, code, and what the studio makes of it. "again": it may be sent again. */
test.each([
  [400, "invalid_value", "request_rejected", "no", "ends"],
  [400, "unknown_parameter", "request_rejected", "no", "ends"],
  [400, "moderation_blocked", "moderation_blocked", "no", "ends"],
  [400, "content_policy_violation", "moderation_blocked", "no", "ends"],
  [400, "model_not_found", "model_not_found", "no", "ends"],
  [404, "model_not_found", "model_not_found", "no", "ends"],
  [401, "invalid_api_key", "key_rejected", "no", "ends"],
  [401, null, "key_rejected", "no", "ends"],
  [403, "unsupported_country_region_territory", "key_rejected", "no", "ends"],
  [429, "rate_limit_exceeded", "rate_limited", "no", "again"],
  [429, null, "rate_limited", "no", "again"],
  [429, "insufficient_quota", "quota_exhausted", "no", "ends"],
  [429, "billing_hard_limit_reached", "quota_exhausted", "no", "ends"],
  [400, "billing_hard_limit_reached", "quota_exhausted", "no", "ends"],
  [429, "something_else", "request_rejected", "no", "ends"],
  [400, "rate_limit_exceeded", "request_rejected", "no", "ends"],
  [402, null, "quota_exhausted", "no", "ends"],
  [404, null, "request_rejected", "no", "ends"],
  [400, "constructor", "request_rejected", "no", "ends"],
  [408, null, "provider_failed", "maybe", "ends"],
  [500, null, "provider_failed", "maybe", "ends"],
  [500, "server_error", "provider_failed", "maybe", "ends"],
  [502, null, "provider_failed", "maybe", "ends"],
  [503, "rate_limit_exceeded", "provider_failed", "maybe", "ends"],
  [503, "model_not_found", "provider_failed", "maybe", "ends"],
  [504, null, "provider_failed", "maybe", "ends"],
])("takes %i %s for %s, billed %s, and %s", async (status, code, expected, billed, fate) => {
  const error = await refusal(status, { message: "No.", type: "some_error", param: null, code });
  expect(error).toMatchObject({ code: expected, billed });
  expect(error && retryDelayMs(error, 1) !== null).toBe(fate === "again");
});

test("finds the code in `type`, where some gateways have it alone", async () => {
  expect(await refusal(429, { message: "No.", type: "insufficient_quota" })).toMatchObject({
    code: "quota_exhausted",
  });
});

test.each([
  ["an HTML page", "<html><h1>Bad gateway</h1></html>", "text/html"],
  ["nothing", "", "text/plain"],
  ["JSON that breaks off", '{"error": {"mess', "application/json"],
  ["JSON null", "null", "application/json"],
  ["an error of numbers", '{"error":{"message":7,"code":7,"param":[1],"type":{}}}', "application/json"],
])("says plainly that the provider failed when it answers with %s", async (_, body, type) => {
  const error = await answeredWith(answerJson(502, body, { "content-type": type }));
  expect(error).toMatchObject({
    code: "provider_failed",
    message: "The provider failed while working on it (502).",
  });
});

test("repeats the provider's words about a refused request, and names the field", async () => {
  const error = await refusal(400, { message: "Nope: size.", code: "invalid_value", param: "output_format" });
  expect(error).toMatchObject({
    message: "The provider refused the request (400): Nope: size.",
    fields: [{ field: "options.outputFormat", message: "Nope: size." }],
  });
});

describe("the key", () => {
  const echo = `Incorrect: Bearer ${SECRET} and sk-live-abcdefghijk`;
  test.each<[string, Script]>([
    ["a refusal of the key", answerJson(401, { error: { message: echo, code: "invalid_api_key" } })],
    [
      "a refusal of the request",
      answerJson(400, { error: { message: echo, code: "invalid_value", param: SECRET } }),
    ],
    ["a fault", answerJson(500, { error: { message: echo, code: SECRET, type: SECRET } })],
    ["a page", answerJson(502, `<p>${echo}</p>`, { "content-type": "text/html" })],
    ["a text", answerJson(400, echo, { "content-type": "text/plain" })],
    ["an error without form", answerJson(400, { error: { detail: echo } })],
    [
      "an error event",
      answerStream(
        partialText(0),
        `event: error\ndata: ${JSON.stringify({ error: { message: echo, param: SECRET } })}\n\n`,
      ),
    ],
    ["an error under status 200", answerJson(200, { error: { message: echo, param: SECRET } })],
    ["an answer that cannot be read", answerJson(200, echo)],
  ])("is neither shown nor logged when the provider repeats it in %s", async (_, script) => {
    const error = await answeredWith(script, { stream: true });
    const lines: string[] = [];
    createLog((line) => lines.push(line)).warn("call-failed", { error });
    expect(lines).toHaveLength(1);
    expect(shownOf(error) + lines.join()).not.toMatch(/S3cret|abcdefghijk/);
  });
});

describe("Retry-After", () => {
  const now = Date.parse("2026-11-22T12:00:00Z");
  test.each([
    ["2", 2_000],
    ["120", 120_000],
    ["0", 0],
    ["0.5", 500],
    [" 3 ", 3_000],
    ["Sun, 22 Nov 2026 12:00:30 GMT", 30_000],
    ["Sun, 22 Nov 2026 11:00:00 GMT", 0],
    ["-5", null],
    ["soon", null],
    ["", null],
    ["1e9", null],
    ["NaN", null],
    ["2026", 2_026_000],
    [null, null],
  ])("%j is %j ms", (value, delayMs) => {
    expect(parseRetryAfter(value, now)).toBe(delayMs);
  });

  test("decides how long a call waits before it is sent again", async () => {
    const limited = async (retryAfter: string) => {
      const error = await refusal(429, { code: "rate_limit_exceeded" }, { "retry-after": retryAfter });
      return error && retryDelayMs(error, 1);
    };
    expect(await limited("2")).toBe(2_000);
    expect(await limited("120")).toBe(120_000);
    expect(await limited("86400"), "a day is an answer, not a pause").toBeNull();
    expect(await limited("garbage")).toBe(2_000);
  });
});

test("follows no redirect: the call would be sent twice, and the key to another place", async () => {
  await using elsewhere = await serveScript(answerJson(200, {}));
  for (const status of [301, 302, 307, 308]) {
    const error = await answeredWith(
      answerJson(status, "", { location: `${elsewhere.url}/v1/images/generations` }),
    );
    expect(error).toMatchObject({ code: "request_rejected", billed: "no" });
  }
  expect(elsewhere.received).toEqual([]);
});
