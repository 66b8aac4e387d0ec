import "server-only";
import { notFound } from "@/lib/domain/images-api/api-error";
import type { ApiContext } from "./answer/api-context";

/**
 * `GET /files/:id`: the bytes of a picture that was answered with an address.
 * @throws ApiError 404 when it has expired or never was
 */
export function getFile(context: ApiContext, id: string): Response {
  const file = context.files.get(id);
  if (!file) throw notFound(null, null, "There is no such file, or its 60 minutes are over.");
  return new Response(file.bytes, {
    headers: { "content-type": file.contentType, "x-content-type-options": "nosniff" },
  });
}
