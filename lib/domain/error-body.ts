import * as z from "zod/mini";
import { APP_ERRORS, type AppError } from "./app-error";
import { failureSchema } from "./failure";

/** The body of every error answer of the studio's own routes. */
export const errorBodySchema = z.object({
  error: z.extend(failureSchema, {
    /** The first wrong field, as OpenAI-style clients look for it. */
    param: z.nullable(z.string()),
    fields: z.array(z.object({ field: z.string(), message: z.string() })),
  }),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;

export function errorBodyOf(error: AppError): ErrorBody {
  const { code, message, billed, fields } = error;
  const { todo } = APP_ERRORS[code];
  return { error: { code, message, billed, todo, param: fields[0]?.field ?? null, fields: [...fields] } };
}
