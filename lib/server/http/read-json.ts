import "server-only";
import { AppError } from "@/lib/domain/app-error";

/** The longest prompt, every character escaped, three times over. */
const BODY_BYTES_MAX = 1024 * 1024;

/**
 * The JSON body of a request, unchecked.
 * @throws AppError unsupported_media_type, payload_too_large, or invalid_input for what is no JSON
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(\S+\+)?json\b/i.test(type)) throw new AppError("unsupported_media_type");
  const text = new TextDecoder().decode(await readLimited(request));
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = "The body is not valid JSON.";
    throw new AppError("invalid_input", { message, fields: [{ field: "body", message }], cause });
  }
}

async function readLimited(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  // Counted while it comes: a length that a client declares proves nothing.
  for await (const chunk of request.body ?? []) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > BODY_BYTES_MAX) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): AppError {
  const message = `The body is larger than ${BODY_BYTES_MAX / 1024} KiB.`;
  return new AppError("payload_too_large", { message, fields: [{ field: "body", message }] });
}
