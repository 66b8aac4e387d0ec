import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { MatrixInput } from "@/lib/domain/matrix/matrix";
import type { ImageModel } from "@/lib/domain/models/image-model";
import type { ModelTable } from "@/lib/domain/models/model-table";
import { findModel } from "@/lib/server/models/offered-models";
import type { Services } from "@/lib/server/services";

/** The rows of all models that a matrix names; one that may not be asked for is left out. */
export async function namedModels(
  services: Services,
  { base, axes }: Pick<MatrixInput, "base" | "axes">,
): Promise<ModelTable> {
  const onAxes = axes.flatMap((axis) => (axis.kind === "model" ? axis.values : []));
  const rows = new Map<string, ImageModel>();
  for (const id of new Set([base.modelId, ...onAxes])) {
    const model = await findModel(services, id).catch(nullIfUnknown);
    if (model) rows.set(id, model);
  }
  return rows;
}

function nullIfUnknown(thrown: unknown): null {
  if (thrown instanceof AppError && thrown.code === "unknown_model") return null;
  throw thrown;
}
