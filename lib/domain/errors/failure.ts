import { APP_ERRORS, type AppError } from "./app-error";
import type { Failure } from "./failure-schema";

/** The stored form of an error. `todo` may be sharper than the table's ("Choose GPT Image 2 instead."). */
export function failureOf(error: AppError, todo: string = APP_ERRORS[error.code].todo): Failure {
  const { code, message, billed, fields } = error;
  const [wrong] = fields;
  return { code, message, billed, todo, ...(wrong && { field: wrong.field }) };
}

const BILLED_WORDS = {
  yes: "It was billed.",
  no: "It was not billed.",
  maybe: "It may have been billed.",
} as const satisfies Record<Failure["billed"], string>;

/** "It was not billed." */
export function billedWords(failure: Failure): string {
  return BILLED_WORDS[failure.billed];
}
