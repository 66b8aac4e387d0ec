import "server-only";
import { findModel } from "@/lib/domain/images-api/resolve-model";
import type { ImageModel } from "@/lib/domain/models/image-model";
import type { ApiContext } from "./answer/api-context";

/** `GET /models`: every row of the table. */
export function listModels(context: ApiContext): Response {
  return Response.json({ object: "list", data: [...context.models.values()].map(modelObject) });
}

/**
 * `GET /models/:id`: one row, by its id with or without the vendor's prefix.
 * @throws ApiError 404 `model_not_found`
 */
export function getModel(context: ApiContext, name: string): Response {
  return Response.json(modelObject(findModel(context.models, name)));
}

/** `created` is 0: the table does not know when a model was made. */
function modelObject({ id, vendor, lifecycle }: ImageModel) {
  return { id, object: "model", created: 0, owned_by: vendor, shutdown_date: lifecycle.shutdownOn };
}
