import type { ImageModel } from "@/lib/domain/models/image-model";
import { ABSENT_MODEL } from "@/lib/domain/models/image-models";
import type { ModelTable } from "@/lib/domain/models/model-table";
import { invalidRequest, notFound } from "./api-error";
import { isTakenBy } from "./model-parameters";
import type { WireParameters } from "./wire-parameters";

/**
 * The model a request means: the one it names, with or without the vendor's prefix, or, where it
 * names none, the one that its parameters point to.
 * @throws ApiError 404 `model_not_found`
 */
export function resolveModel(models: ModelTable, parameters: WireParameters): ImageModel {
  const named = parameters.get("model");
  if (named === undefined) return findModel(models, absentModelId(models, parameters));
  if (typeof named !== "string") {
    throw invalidRequest("invalid_type", "model", "Invalid type for 'model': expected a string.");
  }
  return findModel(models, named);
}

/** A row by its id, bare or as `vendor/id`; null where the table has none. */
export function lookUpModel(models: ModelTable, name: string): ImageModel | null {
  const [prefix, ...rest] = name.split("/");
  const prefixed = models.get(rest.join("/"));
  return models.get(name) ?? (prefixed?.vendor === prefix ? prefixed : null) ?? null;
}

/**
 * A row by its id, bare or as `vendor/id`.
 * @throws ApiError 404 `model_not_found`
 */
export function findModel(models: ModelTable, name: string): ImageModel {
  const model = lookUpModel(models, name);
  if (model) return model;
  throw notFound("model_not_found", "model", `The model '${name.slice(0, 200)}' does not exist.`);
}

function absentModelId(models: ModelTable, parameters: WireParameters): string {
  const plain = models.get(ABSENT_MODEL.plain);
  const rich = models.get(ABSENT_MODEL.rich);
  if (!plain || !rich) return ABSENT_MODEL.plain;
  const pointsToRich = [...parameters.keys()].some(
    (wire) => isTakenBy(rich, wire) && !isTakenBy(plain, wire),
  );
  return pointsToRich ? ABSENT_MODEL.rich : ABSENT_MODEL.plain;
}
