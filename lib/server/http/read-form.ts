import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { readBytes } from "./read-body";

/** Whether a body says that it is a plain form, which a browser posts without a script. */
export function isForm(request: Request): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(request.headers.get("content-type") ?? "");
}

/**
 * The fields of a plain form, unchecked.
 * @throws AppError unsupported_media_type, payload_too_large
 */
export async function readForm(request: Request, sizeBytesMax: number): Promise<URLSearchParams> {
  if (!isForm(request)) throw new AppError("unsupported_media_type");
  return new URLSearchParams(new TextDecoder().decode(await readBytes(request, sizeBytesMax)));
}
