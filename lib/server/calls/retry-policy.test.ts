import { expect, test } from "vitest";
import { APP_ERRORS, AppError, type AppErrorCode } from "@/lib/domain/errors/app-error";
import { retryDelayMs } from "./retry-policy";

const delays = (error: AppError) => [1, 2, 3, 4].map((sends) => retryDelayMs(error, sends));

test("sends a call four times at most, each pause twice the one before", () => {
  expect(delays(new AppError("rate_limited"))).toEqual([2_000, 4_000, 8_000, null]);
  expect(delays(new AppError("unreachable"))).toEqual([500, 1_000, 2_000, null]);
});

test("waits as long as the provider asks, but not longer than a person would", () => {
  expect(delays(new AppError("rate_limited", { retryAfterMs: 0 }))).toEqual([0, 0, 0, null]);
  expect(delays(new AppError("rate_limited", { retryAfterMs: 600_000 }))).toEqual([
    600_000,
    600_000,
    600_000,
    null,
  ]);
  expect(delays(new AppError("rate_limited", { retryAfterMs: 600_001 }))).toEqual([null, null, null, null]);
});

test("sends nothing again that may have been billed", () => {
  const codes = Object.keys(APP_ERRORS).filter((code): code is AppErrorCode =>
    Object.hasOwn(APP_ERRORS, code),
  );
  const again = codes.map((code) => new AppError(code)).filter((error) => retryDelayMs(error, 1) !== null);
  expect(again.map(({ code }) => code).toSorted()).toEqual(["rate_limited", "unreachable"]);
  for (const { billed } of again) expect(billed).toBe("no");
});
