import type { Failure } from "@/lib/domain/errors/failure-schema";
import { RequestError, requestJson, UNREACHABLE } from "./request-json";

/** So long an answer may take: the studio only writes down what is asked for. */
const ANSWER_TIMEOUT_MS = 30_000;

/** What was taken appears by itself, and sending the same again changes nothing. */
const NO_ANSWER: Failure = {
  ...UNREACHABLE,
  billed: "maybe",
  todo: "Your prompt is kept. Press Generate again: it will not be paid twice.",
};

/**
 * Sends what costs something and carries its own idempotency key. Where no answer comes in time, or
 * none that can be read, nobody knows whether it was taken, and the error says so.
 * @throws RequestError
 */
export async function sendOnce<T>(
  path: string,
  body: { idempotencyKey: string },
  timeoutMs = ANSWER_TIMEOUT_MS,
): Promise<T> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return await requestJson<T>(path, { method: "POST", body, signal });
  } catch (thrown) {
    const isRefused = thrown instanceof RequestError && thrown.failure.code !== UNREACHABLE.code;
    throw isRefused ? thrown : new RequestError(NO_ANSWER, [], thrown);
  }
}
