import "server-only";
import { type $ZodIssue, type $ZodType, safeParse } from "zod/v4/core";
import { AppError, type FieldProblem } from "@/lib/domain/errors/app-error";

/**
 * Input checked by a schema.
 * @throws AppError invalid_input with every wrong field by its path
 */
export function parseInput<T>(schema: $ZodType<T>, input: unknown): T {
  const parsed = safeParse(schema, input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap(fieldProblems);
  throw new AppError("invalid_input", { fields, message: fields.map(({ message }) => message).join(" ") });
}

function fieldProblems(issue: $ZodIssue): FieldProblem[] {
  const at = (...path: PropertyKey[]) => path.join(".") || "body";
  if (issue.code !== "unrecognized_keys") return [{ field: at(...issue.path), message: issue.message }];
  return issue.keys.map((key) => {
    const field = at(...issue.path, key.slice(0, 60));
    return { field, message: `There is no field "${field}".` };
  });
}
