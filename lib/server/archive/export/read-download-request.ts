import "server-only";
import * as z from "zod";
import { PICTURES_AT_ONCE_MAX } from "@/lib/domain/limits";
import { parseInput } from "@/lib/server/http/parse-input";
import { isForm, readForm } from "@/lib/server/http/read-form";
import { readJson } from "@/lib/server/http/read-json";

/** Two thousand ids with their field names take 100 KB. */
const FORM_BYTES_MAX = 1024 * 1024;

const downloadRequestSchema = z.strictObject({
  imageIds: z
    .array(z.uuid("imageIds must be UUIDs.").toLowerCase())
    .min(1, "Name at least one picture.")
    .max(PICTURES_AT_ONCE_MAX, `At most ${PICTURES_AT_ONCE_MAX.toLocaleString("en-US")} pictures at once.`),
  /** Whether the pictures carry their recipes inside; as JSON beside them they always come. */
  recipe: z.boolean("recipe must be true or false.").default(false),
});
/** The body of `POST /api/downloads`. */
export type DownloadRequest = z.infer<typeof downloadRequestSchema>;

/**
 * Which pictures to download, from JSON or from a form, whose answer a browser saves by itself:
 * `imageIds` once for each picture, and `recipe` as "true" or "on".
 * @throws AppError invalid_input, unsupported_media_type, payload_too_large
 */
export async function readDownloadRequest(request: Request): Promise<DownloadRequest> {
  const body = isForm(request) ? ofForm(await readForm(request, FORM_BYTES_MAX)) : await readJson(request);
  return parseInput(downloadRequestSchema, body);
}

function ofForm(form: URLSearchParams): unknown {
  const { imageIds: _, recipe, ...others } = Object.fromEntries(form);
  return {
    ...others,
    imageIds: form.getAll("imageIds"),
    ...(recipe !== undefined && { recipe: FLAGS[recipe] ?? recipe }),
  };
}

const FLAGS: Record<string, boolean> = { true: true, on: true, "1": true, false: false, "0": false };
