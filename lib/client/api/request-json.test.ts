import { afterEach, expect, test, vi } from "vitest";
import { AppError } from "@/lib/domain/errors/app-error";
import { errorBodyOf } from "@/lib/domain/errors/error-body";
import { RequestError, requestJson } from "./request-json";

afterEach(() => void vi.unstubAllGlobals());

function answerWith(answer: () => Promise<Response>) {
  const fetch = vi.fn(answer);
  vi.stubGlobal("fetch", fetch);
  return fetch;
}
const failure = (options = {}) =>
  requestJson("/api/x", options).then(
    () => null,
    (error: unknown) => error,
  );

test("sends JSON and gives back the answer", async () => {
  const fetch = answerWith(async () => Response.json({ a: 1, b: 2 }));
  expect(await requestJson("/api/x", { method: "POST", body: { c: 3 } })).toEqual({ a: 1, b: 2 });
  const init = { method: "POST", body: '{"c":3}', headers: { "content-type": "application/json" } };
  expect(fetch).toHaveBeenCalledExactlyOnceWith("/api/x", init);
});

test("repeats a refusal of the studio, with the fields", async () => {
  const fields = [{ field: "prompt", message: "Write a prompt first." }];
  const body = errorBodyOf(new AppError("invalid_input", { fields, message: "Write a prompt first." }));
  answerWith(async () => Response.json(body, { status: 400 }));
  expect(await failure()).toMatchObject({
    message: "Write a prompt first.",
    fields,
    failure: { code: "invalid_input" },
  });
});

test.each([
  [
    "a studio that is not there",
    () => Promise.reject(new TypeError("Failed to fetch")),
    "The studio does not answer.",
  ],
  ["a page of a proxy", async () => new Response("<html>", { status: 502 }), "The studio answered 502."],
  ["an answer that is no JSON", async () => new Response("hello"), "The studio's answer cannot be read."],
])("says plainly what is wrong with %s", async (_, answer, message) => {
  answerWith(answer);
  const error = await failure();
  expect(error).toBeInstanceOf(RequestError);
  expect(error).toMatchObject({ message, failure: { todo: expect.stringMatching(/\.$/) } });
});

test("says nothing of a request that was taken back", async () => {
  const reason = new DOMException("taken back", "AbortError");
  answerWith(() => Promise.reject(reason));
  expect(await failure({ signal: AbortSignal.abort() })).toBe(reason);
});
