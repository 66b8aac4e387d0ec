import "server-only";
import { lookUpModel, resolveModel } from "@/lib/domain/images-api/resolve-model";
import type { WireParameters } from "@/lib/domain/images-api/wire-parameters";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { findModel } from "@/lib/server/models/offered-models";
import type { Services } from "@/lib/server/services";

/**
 * The model that a request means: one of the table, one that the provider lists besides, or where it names none the
 * one that its parameters point to.
 * @throws ApiError or AppError for a model that nobody knows
 */
export async function findApiModel(services: Services, parameters: WireParameters): Promise<ImageModel> {
  const named = parameters.get("model");
  const isListed = typeof named === "string" && lookUpModel(services.models, named) === null;
  return isListed ? findModel(services, named) : resolveModel(services.models, parameters);
}
