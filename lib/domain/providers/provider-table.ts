import * as z from "zod/mini";
import { type ProviderRow, providerRowSchema } from "./provider-row";
import { PROVIDERS } from "./providers";

export type ProviderTable = ReadonlyMap<string, ProviderRow>;

const fileSchema = z.record(
  z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  z.record(z.string(), z.unknown()),
);

/** What a row of a file need not say. */
const DEFAULTS = {
  baseUrlVariable: null,
  keyVariable: null,
  auth: "bearer",
  dialect: "openai",
  vendors: [],
  catalogue: "models",
  models: {},
  unknownModels: {},
  limits: { callsAtOnce: null, imagesPerMinute: null },
};

/**
 * The built-in rows with an owner's laid over them: new ones whole, known ones with only what differs.
 * @param overrides the parsed JSON of the owner's file, `{ "<provider id>": { …fields } }`
 * @throws Error that names row and field of the first wrong value
 */
export function providerTable(overrides: unknown = {}): ProviderTable {
  const given = fileSchema.safeParse(overrides);
  if (!given.success) {
    throw new Error(
      'The file must hold an object: { "<provider id>": { …fields } }, ids in small letters, digits and dashes.',
    );
  }
  const rows = new Map(Object.entries(PROVIDERS));
  for (const [id, fields] of Object.entries(given.data)) {
    rows.set(id, parseRow(id, { ...(rows.get(id) ?? DEFAULTS), ...fields }));
  }
  return rows;
}

function parseRow(id: string, row: unknown): ProviderRow {
  const parsed = providerRowSchema.safeParse(row);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknownKey = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  throw new Error(
    `Row "${id}", field "${[...(issue?.path ?? []), ...unknownKey].join(".")}": ${issue?.message}`,
  );
}
