import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";

/**
 * The body of a request, whole, counted while it comes.
 * @throws AppError payload_too_large
 */
export async function readBytes(request: Request, sizeBytesMax: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of limited(request, sizeBytesMax)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * The body of a request as it comes. What a client declares may end it early, what comes is counted.
 * @throws AppError payload_too_large
 */
export async function* limited(request: Request, sizeBytesMax: number): AsyncGenerator<Uint8Array> {
  let sizeBytes = Number(request.headers.get("content-length") ?? 0);
  if (sizeBytes > sizeBytesMax) throw tooLarge(sizeBytesMax);
  sizeBytes = 0;
  for await (const chunk of request.body ?? []) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > sizeBytesMax) throw tooLarge(sizeBytesMax);
    yield chunk;
  }
}

function tooLarge(sizeBytesMax: number): AppError {
  const isSmall = sizeBytesMax < 1024 ** 2;
  const size = isSmall
    ? `${sizeBytesMax / 1024} KiB`
    : `${(sizeBytesMax / 1024 ** 2).toLocaleString("en-US")} MiB`;
  const message = `The body is larger than ${size}.`;
  return new AppError("payload_too_large", { message, fields: [{ field: "body", message }] });
}
