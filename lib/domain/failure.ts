import * as z from "zod/mini";
import { APP_ERRORS, type AppError, type AppErrorCode } from "./app-error";

const codes = Object.keys(APP_ERRORS);
const codeSchema = z.custom<AppErrorCode>((value) => typeof value === "string" && codes.includes(value));

/** How an image ended badly, as it is stored and shown: what happened, was it billed, what to do. */
export const failureSchema = z.object({
  code: codeSchema,
  message: z.string(),
  billed: z.enum(["yes", "no", "maybe"]),
  todo: z.string(),
});
export type Failure = z.infer<typeof failureSchema>;

/** The stored form of an error. `todo` may be sharper than the table's ("Choose GPT Image 2 instead."). */
export function failureOf(error: AppError, todo: string = APP_ERRORS[error.code].todo): Failure {
  return { code: error.code, message: error.message, billed: error.billed, todo };
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
