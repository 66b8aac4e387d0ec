import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";

/** Who uploads for an hour sends something every few seconds; who sends nothing so long has gone. */
const IDLE_MS = 60_000;

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
 * The body of a request as it comes, for as long as something comes. What a client declares may end it early, what
 * comes is counted.
 * @throws AppError payload_too_large; invalid_input when nothing comes any more
 */
export async function* limited(request: Request, sizeBytesMax: number): AsyncGenerator<Uint8Array> {
  let sizeBytes = Number(request.headers.get("content-length") ?? 0);
  if (sizeBytes > sizeBytesMax) throw tooLarge(sizeBytesMax);
  sizeBytes = 0;
  for await (const chunk of untilIdle(request)) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > sizeBytesMax) throw tooLarge(sizeBytesMax);
    yield chunk;
  }
}

async function* untilIdle({ body }: Request): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  try {
    for (let read = await next(reader); read && !read.done; read = await next(reader)) yield read.value;
  } finally {
    // Whoever stops reading takes no more: the rest stays with its sender.
    reader?.cancel().catch(() => {});
  }
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array> | undefined) {
  const { promise: idle, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const message = `Nothing of the upload came for ${IDLE_MS / 1000} s.`;
    reject(new AppError("invalid_input", { message, fields: [{ field: "body", message }] }));
  }, IDLE_MS);
  try {
    return await Promise.race([reader?.read(), idle]);
  } finally {
    clearTimeout(timer);
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
