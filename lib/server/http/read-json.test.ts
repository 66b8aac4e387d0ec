import { expect, test } from "vitest";
import { AppError } from "@/lib/domain/errors/app-error";
import { readJson } from "./read-json";

const json = { "content-type": "application/json" };
const post = (body: BodyInit, headers: Record<string, string> = json) =>
  new Request("http://localhost/", {
    method: "POST",
    headers,
    body,
    ...(body instanceof ReadableStream && { duplex: "half" }),
  });
const refusal = (request: Request) =>
  readJson(request).then(
    () => "taken",
    (error: unknown) => (error instanceof AppError ? [error.code, error.fields[0]?.field ?? null] : error),
  );

test.each(['{"a":"ü🦊"}', " [1] ", "null", '"text"', "7"])("reads %s as it is", async (text) => {
  expect(await readJson(post(text))).toEqual(JSON.parse(text));
});

test.each([
  "application/json",
  "application/json; charset=utf-8",
  "Application/JSON",
  "application/problem+json",
])("takes a body that is called %s", async (type) =>
  expect(await readJson(post("{}", { "content-type": type }))).toEqual({}),
);

test.each([
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "text/json",
  "json",
  "",
])("refuses a body that is called %j, which a foreign form could send", async (type) =>
  expect(await refusal(post("{}", { "content-type": type }))).toEqual(["unsupported_media_type", null]),
);

test.each(["", "{", "{'a':1}", "undefined", '{"a":1}}', "\u0000", "[".repeat(100_000)])(
  "names the body when it is no JSON",
  async (text) => expect(await refusal(post(text))).toEqual(["invalid_input", "body"]),
);

test("stops reading a body that is too large, whatever length it declares", async () => {
  let sent = 0;
  const chunk = new Uint8Array(64 * 1024).fill(0x20);
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
  expect(await refusal(post(endless))).toEqual(["payload_too_large", "body"]);
  expect(sent).toBeLessThan(2 * 1024 * 1024);
});

test("takes the longest prompt there is, every character of it escaped", async () => {
  const prompt = JSON.stringify("🦊".repeat(32_000)).replace(
    /[^"]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  expect(await readJson(post(`{"prompt":${prompt}}`))).toEqual({ prompt: "🦊".repeat(32_000) });
});
