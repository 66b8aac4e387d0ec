import { DrizzleQueryError } from "drizzle-orm";
import { expect, test } from "vitest";
import { AppError } from "@/lib/domain/errors/app-error";
import { errorResponse } from "@/lib/server/http/error-response";
import { requestError } from "./request-error";

const failed = (cause: object) =>
  new DrizzleQueryError("select", [], Object.assign(new Error("no words of a server"), cause));

test.each([
  ["a connection that was refused", { code: "ECONNREFUSED" }],
  ["a connection that broke", { code: "EPIPE" }],
  ["an answer that did not come", {}],
  ["a server that shuts down", { code: "57P01" }],
  ["a server with no connection left", { code: "53300" }],
  ["a lock that was waited for too long", { code: "55P03" }],
])("%s is answered 503 and when to come again", async (_, cause) => {
  const response = errorResponse(requestError(failed(cause)));
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(JSON.stringify(await response.json())).not.toContain("no words of a server");
});

test("a query that is wrong, and anything else, is a fault of the studio's own", () => {
  expect(requestError(failed({ code: "42703" })).code).toBe("internal");
  expect(requestError(new TypeError("x")).code).toBe("internal");
  expect(requestError(new AppError("not_found")).code).toBe("not_found");
});
