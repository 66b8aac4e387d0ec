import { APP_ERRORS, type AppError, type FieldProblem } from "./app-error";
import type { Failure } from "./failure-schema";

/** The body of every error answer of the studio's own routes. `param` is the first wrong field, as OpenAI-style clients look for it. */
export type ErrorBody = { error: Failure & { param: string | null; fields: FieldProblem[] } };

export function errorBodyOf(error: AppError): ErrorBody {
  const { code, message, billed, fields } = error;
  const { todo } = APP_ERRORS[code];
  return { error: { code, message, billed, todo, param: fields[0]?.field ?? null, fields: [...fields] } };
}

/** Whether an answer is one of the studio's own errors, and not the page of a proxy in between. */
export function isErrorBody(answer: unknown): answer is ErrorBody {
  if (typeof answer !== "object" || answer === null || !("error" in answer)) return false;
  const { error } = answer;
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    typeof error.code === "string" &&
    Object.hasOwn(APP_ERRORS, error.code) &&
    "message" in error &&
    "fields" in error &&
    Array.isArray(error.fields)
  );
}
