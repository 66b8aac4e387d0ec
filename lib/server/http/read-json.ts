import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { readBytes } from "./read-body";

/** The longest prompt, every character escaped, three times over. */
const BODY_BYTES_MAX = 1024 * 1024;

/**
 * The JSON body of a request, unchecked.
 * @throws AppError unsupported_media_type, payload_too_large, or invalid_input for what is no JSON
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(\S+\+)?json\b/i.test(type)) throw new AppError("unsupported_media_type");
  const text = new TextDecoder().decode(await readBytes(request, BODY_BYTES_MAX));
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = "The body is not valid JSON.";
    throw new AppError("invalid_input", { message, fields: [{ field: "body", message }], cause });
  }
}
