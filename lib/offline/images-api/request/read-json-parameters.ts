import "server-only";
import * as z from "zod";
import { invalidRequest } from "@/lib/domain/images-api/api-error";
import { toWireParameters, type WireParameters } from "@/lib/domain/images-api/wire-parameters";

const objectSchema = z.record(z.string(), z.unknown());

/**
 * Reads the JSON body of a request.
 * @throws ApiError 400 when it is not JSON, not said to be JSON, or not an object
 */
export async function readJsonParameters(request: Request): Promise<WireParameters> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!/^application\/json\b/i.test(contentType)) {
    throw invalidRequest(
      "unsupported_content_type",
      null,
      `Unsupported content type: '${contentType}'. This API method only accepts 'application/json' requests.`,
    );
  }
  const body = objectSchema.safeParse(parseJson(await request.text()));
  if (!body.success) throw invalidRequest("invalid_type", null, "The JSON body must be an object.");
  return toWireParameters(Object.entries(body.data));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidRequest(null, null, "We could not parse the JSON body of your request.");
  }
}
