import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { ImageModel } from "@/lib/domain/models/image-model";
import type { ProviderInfo } from "@/lib/domain/models/provider-info";
import type { Services } from "@/lib/server/services";

/** Which provider serves, and what it lists. */
export async function readProviderInfo(
  services: Pick<Services, "provider" | "modelList">,
): Promise<ProviderInfo> {
  const { label, isOffline } = services.provider;
  return { label, isOffline, listedModelIds: await services.modelList.ids() };
}

/** All models to choose from: the table, then what the providers list besides. */
export function offeredModels(
  services: Pick<Services, "models" | "modelList">,
  info: ProviderInfo,
): ImageModel[] {
  const unknown = (info.listedModelIds ?? []).filter((id) => !services.models.has(id));
  return [...services.models.values(), ...unknown.map((id) => services.modelList.unknown(id))];
}

/**
 * The row of a model that may be asked for.
 * @throws AppError unknown_model
 */
export async function findModel(
  services: Pick<Services, "models" | "modelList">,
  id: string,
): Promise<ImageModel> {
  const model = services.models.get(id);
  if (model) return model;
  if ((await services.modelList.ids())?.includes(id)) return services.modelList.unknown(id);
  const message = `The studio does not know the model "${id.slice(0, 80)}".`;
  throw new AppError("unknown_model", { message, fields: [{ field: "modelId", message }] });
}
