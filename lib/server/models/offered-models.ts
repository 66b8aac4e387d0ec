import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { fallbackModel } from "@/lib/domain/models/model-table";
import type { ProviderInfo } from "@/lib/domain/models/provider-info";
import type { Services } from "@/lib/server/services";

const LIST_TIMEOUT_MS = 3_000;
const LIST_FRESH_MS = 10 * 60_000;
const RETRY_MS = 30_000;

type Listed = { ids: string[] | null; freshUntilMs: number };
let listed: Promise<Listed> | null = null;

/** Ids that the provider lists, asked at most every ten minutes; null where it gives no list. */
async function listModelIds({ provider, log }: Services): Promise<string[] | null> {
  const known = await listed;
  if (known && known.freshUntilMs > Date.now()) return known.ids;
  listed = provider.listModelIds(AbortSignal.timeout(LIST_TIMEOUT_MS)).then((ids) => {
    if (!ids) log.warn("models-not-listed", { provider: provider.label });
    return { ids, freshUntilMs: Date.now() + (ids ? LIST_FRESH_MS : RETRY_MS) };
  });
  return (await listed).ids;
}

/** Which provider serves, and what it lists. */
export async function readProviderInfo(services: Services): Promise<ProviderInfo> {
  const { label, isOffline } = services.provider;
  return { label, isOffline, listedModelIds: await listModelIds(services) };
}

/** All models to choose from: the table, then what the provider lists besides. */
export function offeredModels(services: Services, info: ProviderInfo): ImageModel[] {
  const unknown = (info.listedModelIds ?? []).filter((id) => !services.models.has(id));
  return [...services.models.values(), ...unknown.map(fallbackModel)];
}

/**
 * The row of a model that may be asked for.
 * @throws AppError unknown_model
 */
export async function findModel(services: Services, id: string): Promise<ImageModel> {
  const model = services.models.get(id);
  if (model) return model;
  if ((await listModelIds(services))?.includes(id)) return fallbackModel(id);
  const message = `The studio does not know the model "${id.slice(0, 80)}".`;
  throw new AppError("unknown_model", { message, fields: [{ field: "modelId", message }] });
}
