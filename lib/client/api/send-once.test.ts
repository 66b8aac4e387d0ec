import { afterEach, expect, test, vi } from "vitest";
import { AppError } from "@/lib/domain/errors/app-error";
import { errorBodyOf } from "@/lib/domain/errors/error-body";
import { RequestError } from "./request-json";
import { sendOnce } from "./send-once";

afterEach(() => void vi.unstubAllGlobals());

const body = { idempotencyKey: "0198e2a5-0000-7000-8000-000000000001" };
const failure = (timeoutMs?: number) =>
  sendOnce("/api/generations", body, timeoutMs).then(
    () => null,
    (error: unknown) => (error instanceof RequestError ? error.failure : error),
  );
/** Never answers; ends only when it is given up. */
const silence = (_: string, { signal }: { signal: AbortSignal }) =>
  new Promise<Response>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });

test.each([
  ["no answer in time", silence],
  ["a connection that is lost", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["a proxy that gave up", async () => new Response("<html>", { status: 504 })],
  ["an answer that is cut off", async () => new Response('{"generation":', { status: 201 })],
])("never claims that %s was not billed, and says that trying again is safe", async (_, answer) => {
  vi.stubGlobal("fetch", answer);
  expect(await failure(1)).toMatchObject({
    billed: "maybe",
    todo: expect.stringContaining("it will not be paid twice"),
  });
});

test("repeats what the studio itself refused", async () => {
  const refusal = errorBodyOf(new AppError("limit_reached"));
  vi.stubGlobal("fetch", async () => Response.json(refusal, { status: 402 }));
  expect(await failure()).toMatchObject({ code: "limit_reached", billed: "no" });
});

test("gives back what was made", async () => {
  vi.stubGlobal("fetch", async () => Response.json({ made: 1 }, { status: 201 }));
  expect(await sendOnce("/api/generations", body)).toEqual({ made: 1 });
});
