import { expect, test } from "vitest";
import { answerJson, follow, providerAt, serveScript } from "@/lib/server/ports/provider.fixture";

async function errorOf(status: number, body: unknown) {
  await using server = await serveScript(answerJson(status, body));
  const { error } = await follow(providerAt(server.url), { quality: "high" });
  return error;
}

test.each([
  ["OpenAI's", 400, { error: { message: "no such value", param: "quality", code: "invalid_value" } }],
  ["FastAPI's", 422, { detail: [{ loc: ["body", "quality"], msg: "no such value", type: "enum" }] }],
])("%s form of an error names the field and says why", async (_, status, body) => {
  const error = await errorOf(status, body);
  expect(error).toMatchObject({ code: "request_rejected", billed: "no" });
  expect(error?.message).toContain("no such value");
  expect(error?.fields).toEqual([
    { field: "options.quality", message: expect.stringContaining("no such value") },
  ]);
});

test.each([
  ["a sentence in detail", { detail: "model is loading" }],
  ["a string", { error: "model is loading" }],
  ["a bare message", { message: "model is loading" }],
])("%s is read as an error's words", async (_, body) => {
  expect((await errorOf(400, body))?.message).toContain("model is loading");
});

test("a page of a proxy in place of an error is refused as itself", async () => {
  expect(await errorOf(403, "<html>forbidden</html>")).toMatchObject({ code: "key_rejected" });
});

test("of an error without end no more than a little is read", async () => {
  const error = await errorOf(400, { detail: "x".repeat(5_000_000) });
  expect(error).toMatchObject({ code: "request_rejected" });
});
