import * as z from "zod/mini";
import { PROMPT_CHARS_MAX } from "@/lib/domain/limits";
import { type ImageModel, modelOfRow } from "./image-model";
import { type ImageModelRow, imageModelSchema } from "./image-model-schema";
import { IMAGE_MODELS } from "./image-models";
import { rowProblem } from "./model-problem";

/** The rows that are in force, by id, in the order in which they are offered. */
export type ModelTable = ReadonlyMap<string, ImageModel>;

/** Rows of an owner's file: new ones whole, known ones with only what differs. */
const overridesSchema = z.record(z.string().check(z.minLength(1)), z.record(z.string(), z.unknown()));

/**
 * The table with an owner's rows laid over it.
 * @param overrides the parsed JSON of the owner's file, `{ "<id>": { …fields } }`
 * @throws Error that names row and field of the first wrong value
 */
export function modelTable(overrides: unknown = {}): ModelTable {
  const rows: Record<string, unknown> = { ...IMAGE_MODELS };
  const given = overridesSchema.safeParse(overrides);
  if (!given.success) throw new Error('The file must hold an object: { "<model id>": { …fields } }.');
  for (const [id, fields] of Object.entries(given.data)) rows[id] = { ...Object(rows[id]), ...fields };
  const table = new Map(Object.entries(rows).map(([id, row]) => [id, parseRow(id, row)]));
  for (const model of table.values()) {
    const problem = rowProblem(model, table);
    if (problem) throw new Error(`Row "${model.id}", field "${problem.field}": ${problem.message}`);
  }
  return table;
}

/** @throws Error that names row and field of the first wrong value */
export function parseRow(id: string, row: unknown): ImageModel {
  const parsed = imageModelSchema.safeParse(row);
  if (parsed.success) return modelOfRow(id, parsed.data);
  const [issue] = parsed.error.issues;
  const unknownKey = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  throw new Error(
    `Row "${id}", field "${[...(issue?.path ?? []), ...unknownKey].join(".")}": ${issue?.message}`,
  );
}

/**
 * A row for an id that the provider lists and the table does not know: a prompt, one picture a call,
 * nothing guessed. A gateway lists such ids with their vendor, and the id stays as it lists it.
 */
export function fallbackModel(id: string): ImageModel {
  return modelOfRow(id, fallbackRow(id));
}

/** What is known of a model that nobody knows. */
export const fallbackRow = (id: string): ImageModelRow => ({
  label: id,
  vendor: "openai",
  summary: "Not in the studio's table: prompt only",
  endpoint: "images",
  promptCharsMax: PROMPT_CHARS_MAX,
  imagesPerCallMax: 1,
  singleFormats: [],
  takesResponseFormat: false,
  options: {},
  initial: {},
  rules: [],
  prices: { unit: "unknown" },
  lifecycle: { shutdownOn: null, successor: null, source: "listed by the provider" },
});
