import "server-only";
import * as z from "zod";
import { toWireParameters, type WireParameters } from "@/lib/domain/images-api/wire-parameters";
import { OPTION_NAMES, OPTIONS } from "@/lib/domain/models/options/option";

/** How many partials come is not an agent's choice: it hears of them where it asks for progress. */
const choosable = OPTION_NAMES.filter((name) => name !== "partials");
const optionShape = Object.fromEntries(
  choosable.map((name) => [
    OPTIONS[name].wire,
    z
      .union([z.string(), z.number()])
      .optional()
      .describe(`${OPTIONS[name].label}; list_models says what each model takes.`),
  ]),
);

/** What both ways to generate take. */
export const orderShape = {
  model: z.string().optional().describe("A model's id, as list_models gives it."),
  n: z.int().min(1).max(10).optional().describe("How many pictures, 1 to 10. Each one costs."),
  ...optionShape,
  idempotency_key: z
    .string()
    .max(255)
    .optional()
    .describe(
      "Repeat a call with the same key, and it is answered by the same pictures: nothing is paid twice.",
    ),
};

/** A tool's arguments as parameters of the Images API, without what is only the tool's own. */
export function orderParameters(args: Record<string, unknown>): WireParameters {
  const { idempotency_key: _, image_id: __, ...parameters } = args;
  return toWireParameters(Object.entries(parameters));
}
