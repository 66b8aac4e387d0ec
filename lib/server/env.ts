import "server-only";
import * as z from "zod";

const secondsError = "must be a number of seconds, at most 3600";
const seconds = (fallback: number) =>
  z.coerce.number(secondsError).positive(secondsError).max(3600, secondsError).default(fallback);
const drainError = "must be a number of seconds from 0 to 3600";
const optional = z.string().min(1).optional();
const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http or https address" });
/** A host of its own: a path before `/g/` would not reach the pages. */
const publicUrl = httpUrl
  .refine((url) => new URL(url).pathname === "/", "must have no path: https://gallery.example.com")
  .transform((url) => new URL(url).origin);
/** With or without the path that programs add to it themselves. */
const apiUrl = httpUrl
  .refine((url) => /^\/(v1\/?)?$/.test(new URL(url).pathname), "must have no path: https://api.example.com")
  .transform((url) => new URL(url).origin);
const flag = z
  .enum(["true", "false", "on", "off"])
  .default("false")
  .transform((value) => value === "true" || value === "on");

/** Every variable the studio reads. .env.example lists the same, with its defaults. */
const variables = z.object({
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: httpUrl.default("https://api.openai.com/v1"),
  DEDALUS_API_KEY: optional,
  DEDALUS_BASE_URL: httpUrl.default("https://api.dedaluslabs.ai/v1"),
  HOST: z.string().min(1).default("127.0.0.1"),
  /** Written by Next before it opens the studio. */
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  OPENROUTER_API_KEY: optional,
  OPENROUTER_BASE_URL: httpUrl.default("https://openrouter.ai/api/v1"),
  AZURE_OPENAI_API_KEY: optional,
  AZURE_OPENAI_BASE_URL: httpUrl.optional(),
  XAI_API_KEY: optional,
  XAI_BASE_URL: httpUrl.default("https://api.x.ai/v1"),
  LITELLM_API_KEY: optional,
  LITELLM_BASE_URL: httpUrl.optional(),
  LOCAL_IMAGES_BASE_URL: httpUrl.optional(),
  STUDIO_PROVIDERS_FILE: optional,
  STUDIO_DATA_DIR: z.string().min(1).default(".data"),
  STUDIO_SPOOL_DIR: optional,
  STUDIO_FREE_SPACE_MIN_MB: z.coerce.number().min(0).max(1_000_000).default(64),
  STUDIO_MODELS_FILE: optional,
  STUDIO_MONTHLY_LIMIT_USD: z.coerce.number().nonnegative().optional(),
  STUDIO_ALLOWED_HOSTS: z.string().default(""),
  STUDIO_PUBLIC_URL: publicUrl.optional(),
  STUDIO_API_URL: apiUrl.optional(),
  STUDIO_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  STUDIO_CALLS_AT_ONCE: z.coerce.number().int().min(1).max(200).default(16),
  STUDIO_CONNECT_TIMEOUT_S: seconds(10),
  STUDIO_IDLE_TIMEOUT_S: seconds(180),
  STUDIO_OVERALL_TIMEOUT_S: seconds(600),
  STUDIO_DRAIN_S: z.coerce.number(drainError).min(0, drainError).max(3600, drainError).default(120),
  STUDIO_OFFLINE_PACE_MS: z.coerce.number().int().min(0).max(60_000).default(600),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must start with postgres://" }).optional(),
  STUDIO_SINGLE_INSTANCE: flag,
  STUDIO_DATABASE_WAIT_S: z.coerce.number().int().min(0).max(3600).default(60),
  S3_BUCKET: optional,
  S3_REGION: z.string().min(1).default("us-east-1"),
  S3_ENDPOINT: httpUrl.optional(),
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  S3_FORCE_PATH_STYLE: flag,
});
const envSchema = variables.refine(
  (env) => !env.DATABASE_URL || env.S3_BUCKET || env.STUDIO_SINGLE_INSTANCE,
  {
    path: ["DATABASE_URL"],
    error:
      "is shared by instances, and pictures in the folder of one are lost to the others. Set S3_BUCKET too; " +
      "or STUDIO_SINGLE_INSTANCE=on where one instance, or one mounted STUDIO_DATA_DIR, is all there is",
  },
);
export type Env = z.infer<typeof envSchema>;
/** The names of all of them. */
export const ENV_NAMES: readonly string[] = Object.keys(variables.shape);

/**
 * The settings of this process. An empty variable counts as absent.
 * @throws Error that names every wrong variable and what it must be; never a value
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = envSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
  throw new Error(`These environment variables are wrong:\n${lines.join("\n")}\nSee .env.example.`);
}

/** A variable that a row of the table of providers names, such as its key; undefined where it is empty. */
export function readVariable(
  name: string,
  source: Record<string, string | undefined> = process.env,
): string | undefined {
  return source[name] || undefined;
}
