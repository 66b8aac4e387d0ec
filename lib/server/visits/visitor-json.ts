import "server-only";
import type { $ZodType } from "zod/v4/core";
import { parseInput } from "@/lib/server/http/parse-input";
import { readJson } from "@/lib/server/http/read-json";

/** The longest comment, every character escaped, takes less than half of it. */
const BODY_BYTES_MAX = 32 * 1024;

/**
 * What a visitor sends, checked by a schema.
 * @throws AppError unsupported_media_type, payload_too_large, invalid_input
 */
export async function readVisitorJson<T>(request: Request, schema: $ZodType<T>): Promise<T> {
  return parseInput(schema, await readJson(request, BODY_BYTES_MAX));
}

/** An answer to what a visitor wrote, which no cache keeps. */
export function visitorJson(data: object, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(data, { status, headers: { "cache-control": "no-store", ...headers } });
}
