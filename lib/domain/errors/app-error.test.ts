import { describe, expect, test } from "vitest";
import { APP_ERRORS, AppError, toAppError } from "./app-error";
import { errorBodyOf, isErrorBody } from "./error-body";
import { billedWords, failureOf } from "./failure";
import { failureSchema } from "./failure-schema";

describe("the table", () => {
  test.each(Object.entries(APP_ERRORS))(
    "says of %s what happened and what to do, in sentences",
    (_, { what, todo, status }) => {
      expect(what).toMatch(/^[A-Z].*\.$/);
      expect(todo).toMatch(/^[A-Z].*\.$/);
      expect(status).toBeGreaterThanOrEqual(400);
    },
  );

  /** images-api.md, section 5; what is stored or lost after an answer was paid for. */
  test.each([
    [
      [
        "request_rejected",
        "moderation_blocked",
        "key_rejected",
        "model_not_found",
        "rate_limited",
        "quota_exhausted",
        "unreachable",
      ],
      "no",
    ],
    [
      [
        "provider_failed",
        "connection_lost",
        "timed_out",
        "ended_early",
        "interrupted",
        "studio_failed",
        "cancelled",
      ],
      "maybe",
    ],
    [["picture_unreadable", "picture_lost", "storage_failed"], "yes"],
  ] as const)("knows whether %j are billed: %s", (codes, billed) => {
    for (const code of codes) expect(APP_ERRORS[code].billed).toBe(billed);
  });
});

test("keeps what was thrown as the cause", () => {
  const thrown = new TypeError("inner words");
  const error = toAppError(thrown);
  expect(error).toMatchObject({ code: "internal", cause: thrown });
  expect(error.message).not.toContain("inner words");
  expect(toAppError(error)).toBe(error);
});

test("is stored as what people are told, and read back the same", () => {
  const error = new AppError("cancelled", { billed: "no", message: "Cancelled before it was sent." });
  const failure = failureOf(error);
  expect(failureSchema.parse(JSON.parse(JSON.stringify(failure)))).toEqual(failure);
  expect(failure).toMatchObject({
    code: "cancelled",
    billed: "no",
    message: "Cancelled before it was sent.",
  });
  expect(billedWords(failure)).toBe("It was not billed.");
  expect(failureOf(error, "Do this.").todo).toBe("Do this.");
});

test("refuses a stored code that is not of the table", () => {
  const failure = failureOf(new AppError("cancelled"));
  for (const code of ["toString", "constructor", "", 3])
    expect(failureSchema.safeParse({ ...failure, code }).success).toBe(false);
});

test("answers with the first wrong field under the name that clients look for", () => {
  const fields = ["options.size", "prompt"].map((field) => ({ field, message: "wrong" }));
  const body = errorBodyOf(new AppError("invalid_input", { fields }));
  expect(body.error).toMatchObject({ param: "options.size", fields });
  expect(errorBodyOf(new AppError("internal")).error.param).toBeNull();
});

test("knows an error of the studio from anything else", () => {
  const body = errorBodyOf(new AppError("not_found"));
  expect(isErrorBody(JSON.parse(JSON.stringify(body)))).toBe(true);
  const { error } = body;
  const others = [
    null,
    "x",
    {},
    { error: null },
    { error: { ...error, code: "constructor" } },
    { error: { code: error.code } },
  ];
  for (const other of others) expect(isErrorBody(other)).toBe(false);
});
