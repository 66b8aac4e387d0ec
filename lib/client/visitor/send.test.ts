import { afterEach, expect, test, vi } from "vitest";
import { refusalOf, send } from "./send";

afterEach(() => vi.unstubAllGlobals());

async function refusal(answer: () => Promise<Response>) {
  vi.stubGlobal("fetch", answer);
  const thrown = await send("/g/token/marks", { method: "POST", body: {} }).catch((error: unknown) => error);
  return { words: refusalOf(thrown), thrown };
}
const answering = (status: number, body: unknown, headers = {}) =>
  refusal(() => Promise.resolve(Response.json(body, { status, headers })));

test("gives the answer of the route", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ name: "Ana" })));
  expect(await send("/g/token/visitor")).toEqual({ name: "Ana" });
});

test("says when to try again after too much at once", async () => {
  expect((await answering(429, {}, { "retry-after": "20" })).words).toMatch("in 20 seconds");
  expect((await answering(429, {}, { "retry-after": "61" })).words).toMatch("in 2 minutes");
});

test("shows what is wrong with the visitor's own words, and no word of anything else", async () => {
  const error = { message: "Request", fields: [{ field: "text", message: "Comment is empty." }] };
  expect((await answering(400, { error })).words).toBe("Comment is empty.");
  expect((await answering(500, { error: { message: "The studio failed." } })).words).not.toMatch("studio");
});

test("tells what is missing from what failed", async () => {
  expect((await answering(404, {})).thrown).toMatchObject({ isMissing: true });
  const offline = await refusal(() => Promise.reject(new TypeError("fetch failed")));
  expect(offline.thrown).toMatchObject({ isMissing: false });
  expect(offline.words).toMatch("connection");
});
