import "server-only";
import { AppError, invalidField } from "@/lib/domain/errors/app-error";
import { readBytes } from "./read-body";

/** Bytes: the longest prompt, every character escaped, three times over. */
const BODY_BYTES_MAX = 1024 * 1024;

/**
 * The JSON body of a request, unchecked.
 * @throws AppError unsupported_media_type, payload_too_large, or invalid_input for what is no JSON
 */
export async function readJson(request: Request, sizeBytesMax = BODY_BYTES_MAX): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(\S+\+)?json\b/i.test(type)) throw new AppError("unsupported_media_type");
  const text = new TextDecoder().decode(await readBytes(request, sizeBytesMax));
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalidField("body", "The body is not valid JSON.", cause);
  }
}
