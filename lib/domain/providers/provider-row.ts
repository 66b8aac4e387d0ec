import * as z from "zod/mini";
import { DIALECTS, type Dialect, dialectSchema } from "./dialect";

const variableName = z.string().check(z.regex(/^[A-Z][A-Z0-9_]{2,60}$/));
const httpAddress = z.string().check(z.regex(/^https?:\/\/[^\s?#]+$/));
const PRESETS = ["openai", "openrouter", "local"] as const satisfies readonly (keyof typeof DIALECTS)[];

/** A preset, or a preset and what differs from it. */
const givenDialectSchema = z.union([
  z.enum(PRESETS),
  z.strictObject({ preset: z.enum(PRESETS), ...z.partial(dialectSchema).shape }),
]);

/** One row of the table of providers: a server with a key, and how it speaks. */
export const providerRowSchema = z.strictObject({
  label: z.string().check(z.minLength(1), z.maxLength(60)),
  baseUrl: z.nullable(httpAddress),
  /** The variable that names another address; without `baseUrl`, it must be set for the row to serve. */
  baseUrlVariable: z.nullable(variableName),
  /** The variable that holds the key, never the key itself. Null: the server wants none. */
  keyVariable: z.nullable(variableName),
  /** How the key travels. */
  auth: z.enum(["bearer", "api-key"]),
  dialect: givenDialectSchema,
  /** Whose models of the table it serves; null: everybody's. */
  vendors: z.nullable(z.readonly(z.array(z.string()))),
  /** Where its list of models has prices and options: OpenRouter's own, or none. */
  catalogue: z.enum(["models", "openrouter", "none"]),
  /** Rows of its own, or what differs here in a row of the table, by the id that the server knows. */
  models: z.record(z.string(), z.record(z.string(), z.unknown())),
  /** What a model that it lists and no table knows can do: fields of a model's row. */
  unknownModels: z.record(z.string(), z.unknown()),
  limits: z.strictObject({
    callsAtOnce: z.nullable(z.int().check(z.positive())),
    imagesPerMinute: z.nullable(z.int().check(z.positive())),
  }),
});
export type ProviderRow = z.infer<typeof providerRowSchema>;

/** The whole dialect of a row. */
export function dialectOf({ dialect }: Pick<ProviderRow, "dialect">): Dialect {
  if (typeof dialect === "string") return DIALECTS[dialect];
  const { preset, ...differing } = dialect;
  return dialectSchema.parse({ ...DIALECTS[preset], ...differing });
}
