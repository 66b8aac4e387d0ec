import type { FieldProblem } from "@/lib/domain/errors/app-error";
import { isErrorBody } from "@/lib/domain/errors/error-body";
import type { Failure } from "@/lib/domain/errors/failure-schema";

/** A refusal or a fault of the studio's own routes, fit to be shown as it is. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly failure: Failure;
  readonly fields: readonly FieldProblem[];

  constructor(failure: Failure, fields: readonly FieldProblem[] = [], cause?: unknown) {
    super(failure.message, { cause });
    this.failure = failure;
    this.fields = fields;
  }
}

/** The studio itself is gone, not the provider. */
export const UNREACHABLE: Failure = {
  code: "unreachable",
  message: "The studio does not answer.",
  billed: "no",
  todo: "Check that it is running, then try again. Nothing you typed is lost.",
};

type RequestOptions = { method?: "GET" | "POST" | "PATCH" | "DELETE"; body?: unknown; signal?: AbortSignal };

/**
 * One request to the studio; the answer is what the route of the same build gives (docs/decisions/0009).
 * @throws RequestError with what happened, whether it was billed and what to do
 */
export async function requestJson<T>(
  path: string,
  { method = "GET", body, signal }: RequestOptions = {},
): Promise<T> {
  const response = await fetch(path, {
    method,
    ...(signal && { signal }),
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    }),
  }).catch((cause: unknown) => {
    // Whoever took it back wants no words about it.
    throw signal?.aborted ? cause : new RequestError(UNREACHABLE, [], cause);
  });
  const answer = await response.json().catch(() => null);
  if (isErrorBody(answer)) throw new RequestError(answer.error, answer.error.fields);
  if (response.ok && answer !== null) return answer;
  const message = response.ok
    ? "The studio's answer cannot be read."
    : `The studio answered ${response.status}.`;
  throw new RequestError({ ...UNREACHABLE, message });
}
