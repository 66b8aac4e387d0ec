import { expect, test } from "vitest";
import { AppError } from "@/lib/domain/errors/app-error";
import { failureOf } from "@/lib/domain/errors/failure";
import { failureRefusal, toRefusal } from "./to-refusal";

test("a limit that passes says when to come again, and SDKs may", () => {
  const { status, code, headers } = toRefusal(
    new AppError("too_many_tries", { retryAfterMs: 4_200 }),
  ).refusal;
  expect([status, code]).toEqual([429, "rate_limit_exceeded"]);
  expect(headers).toEqual({ "retry-after": "5" });
});

test("a limit that does not pass by waiting, and every fault of ours, is not to be tried again", () => {
  for (const error of [new AppError("limit_reached"), new AppError("internal"), new Error("inner words")]) {
    expect(toRefusal(error).refusal.headers).toEqual({ "x-should-retry": "false" });
  }
  const away = toRefusal(new AppError("database_away", { retryAfterMs: 5_000 })).refusal;
  expect([away.status, away.headers]).toEqual([503, { "retry-after": "5", "x-should-retry": "false" }]);
});

test("a fault of ours keeps its inner words to itself", () => {
  expect(toRefusal(new Error("inner words")).message).not.toContain("inner words");
});

test("a field is named as the API names it, and the body as a whole is not", () => {
  const named = (field: string) =>
    toRefusal(new AppError("invalid_input", { fields: [{ field, message: "No." }] })).refusal.param;
  expect([named("options.outputFormat"), named("prompt"), named("body")]).toEqual([
    "output_format",
    "prompt",
    null,
  ]);
});

test("a failure of the provider's is told with its field, and what to do", () => {
  const error = new AppError("request_rejected", { fields: [{ field: "options.size", message: "No." }] });
  const { status, param, message, headers } = failureRefusal(failureOf(error)).refusal;
  expect([status, param, headers]).toEqual([400, "size", { "x-should-retry": "false" }]);
  expect(message).toContain("Change the setting it names");
});

test("a key of the studio's own that was refused is not the caller's", () => {
  const { status, code, type } = failureRefusal(failureOf(new AppError("key_rejected"))).refusal;
  expect([status, code, type]).toEqual([502, "provider_key_rejected", "server_error"]);
});
