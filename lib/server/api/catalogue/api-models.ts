import "server-only";
import { type ApiError, notFound } from "@/lib/domain/images-api/api-error";
import { canStream } from "@/lib/domain/images-api/model-parameters";
import { lookUpModel } from "@/lib/domain/images-api/resolve-model";
import type { ImageModel } from "@/lib/domain/models/image-model";
import type { ApiCall } from "@/lib/server/api/api-call";
import { offeredModels, readProviderInfo } from "@/lib/server/models/offered-models";
import type { Services } from "@/lib/server/services";

/** `GET /v1/models`: every model that can be asked for here, as two families of SDKs read them. */
export async function listApiModels({ services }: ApiCall): Promise<Response> {
  const shutdowns = await services.modelList.shutdowns();
  const models = await usableModels(services);
  const data = models.map((model) => modelObject(model, services, shutdowns));
  return Response.json({ object: "list", data });
}

/**
 * `GET /v1/models/{id}`: one of them, by its id with or without the vendor's prefix.
 * @throws ApiError 404
 */
export async function getApiModel({ services }: ApiCall, name: string): Promise<Response> {
  const models = new Map((await usableModels(services)).map((model) => [model.id, model]));
  const model = lookUpModel(models, name);
  if (!model) throw unknownModel(name);
  return Response.json(modelObject(model, services, await services.modelList.shutdowns()));
}

function unknownModel(name: string): ApiError {
  return notFound("model_not_found", "model", `The model '${name.slice(0, 200)}' does not exist.`);
}

/** What the provider lists. Where it gives no list, or knows none of the table's, all of the table may be tried. */
export async function usableModels(services: Services): Promise<ImageModel[]> {
  const info = await readProviderInfo(services);
  const models = offeredModels(services, info);
  const listed = new Set(info.listedModelIds);
  const usable = models.filter(({ id }) => listed.has(id));
  return usable.some(({ id }) => services.models.has(id)) ? usable : models;
}

/**
 * A model as programs see it. The table does not know when it was made: `created` is 0.
 * @param shutdowns what the providers themselves say of its last day, which they know best
 */
export function modelObject(
  model: ImageModel,
  { models }: Pick<Services, "models">,
  shutdowns: ReadonlyMap<string, string>,
  now = new Date(),
) {
  const { id, vendor, label, summary, lifecycle } = model;
  const isInTable = models.has(id);
  const shutdownOn = shutdowns.get(id) ?? lifecycle.shutdownOn;
  return {
    ...{ id, object: "model", created: 0, owned_by: vendor, shutdown_date: shutdownOn },
    ...{ created_at: new Date(0).toISOString(), provider: vendor, display_name: label, description: summary },
    capabilities: { image_generation: isInTable ? true : null, streaming: canStream(model) },
    lifecycle: { status: statusOf(shutdownOn, now), successor: lifecycle.successor },
  };
}

function statusOf(shutdownOn: string | null, now: Date): "current" | "ending" | "shut_down_by_vendor" {
  if (shutdownOn === null) return "current";
  return shutdownOn > now.toISOString().slice(0, 10) ? "ending" : "shut_down_by_vendor";
}
