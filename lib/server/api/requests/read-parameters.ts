import "server-only";
import { createHash } from "node:crypto";
import * as z from "zod";
import { invalidRequest } from "@/lib/domain/images-api/api-error";
import { toWireParameters, type WireParameters } from "@/lib/domain/images-api/wire-parameters";
import { readJson } from "@/lib/server/http/read-json";

const objectSchema = z.record(z.string(), z.unknown());

/**
 * The parameters of a request.
 * @throws AppError or ApiError for a body that is too large, not JSON or no object
 */
export async function readParameters(request: Request): Promise<WireParameters> {
  const body = objectSchema.safeParse(await readJson(request));
  if (!body.success) throw invalidRequest("invalid_type", null, "The JSON body must be an object.");
  return toWireParameters(Object.entries(body.data));
}

/** Tells two bodies apart. The order of the parameters is none of their meaning. */
export function bodyHashOf(parameters: WireParameters): string {
  const sorted = [...parameters].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}
