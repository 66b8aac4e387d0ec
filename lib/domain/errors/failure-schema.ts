import * as z from "zod/mini";
import { APP_ERRORS, type AppErrorCode } from "./app-error";

const codes = Object.keys(APP_ERRORS);
const codeSchema = z.custom<AppErrorCode>((value) => typeof value === "string" && codes.includes(value));

/** How an image ended badly, as it is stored and shown: what happened, was it billed, what to do. */
export const failureSchema = z.object({
  code: codeSchema,
  message: z.string(),
  billed: z.enum(["yes", "no", "maybe"]),
  todo: z.string(),
  /** The field that the provider refused by name, as the studio names it. */
  field: z.optional(z.string()),
});
export type Failure = z.infer<typeof failureSchema>;
