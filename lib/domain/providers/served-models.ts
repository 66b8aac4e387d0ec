import { type ImageModel, modelOfRow, optionNamesOf } from "@/lib/domain/models/image-model";
import { fallbackRow, type ModelTable, parseRow } from "@/lib/domain/models/model-table";
import { OPTIONS } from "@/lib/domain/models/options/option";
import { dialectOf, type ProviderRow } from "./provider-row";

/** A row that serves, with its id. */
export type ServingRow = { id: string; label: string; row: ProviderRow };

/**
 * The models of a studio: those of the first provider under their bare ids, those of every other that the first does not
 * have under theirs too, and what several have under `<provider>:<id>` beside it.
 * @param serving in the order in which they serve; without any, the table as it is
 * @throws Error that names row and field where a provider's own row of a model does not fit
 */
export function servedModels(table: ModelTable, serving: readonly ServingRow[]): ModelTable {
  if (serving.length === 0) return table;
  const served = new Map<string, ImageModel>();
  for (const provider of serving) {
    for (const model of modelsOf(table, provider)) {
      const id = served.has(model.wireId) ? `${provider.id}:${model.wireId}` : model.wireId;
      served.set(id, { ...model, id, providerLabel: serving.length > 1 ? provider.label : null });
    }
  }
  return served;
}

function modelsOf(table: ModelTable, { id: providerId, row }: ServingRow): ImageModel[] {
  const { vendors } = row;
  const shared = [...table.values()].filter(({ vendor }) => vendors === null || vendors.includes(vendor));
  const own = Object.keys(row.models).filter((id) => !shared.some((model) => model.id === id));
  return [...shared.map(({ id }) => id), ...own].map((id) => {
    const {
      wireId: _,
      providerId: __,
      providerLabel: ___,
      id: ____,
      ...known
    } = table.get(id) ?? modelOfRow(id, fallbackRow(id));
    const fields = row.models[id];
    const model = fields ? parseRow(id, { ...known, ...fields }) : modelOfRow(id, known);
    return { ...withoutRefused(model, row), providerId };
  });
}

/** A model that a provider lists and no table knows. */
export function unknownModel(
  provider: ServingRow,
  wireId: string,
  fields: Record<string, unknown>,
  id: string,
): ImageModel {
  const { unknownModels } = provider.row;
  const row = { ...fallbackRow(wireId), ...unknownModels, ...fields };
  const model = withoutRefused(parseOr(wireId, row), provider.row);
  return { ...model, id, providerId: provider.id };
}

/** What a list says need not fit; then its id is all that is known. */
function parseOr(id: string, row: unknown): ImageModel {
  try {
    return parseRow(id, row);
  } catch {
    return modelOfRow(id, fallbackRow(id));
  }
}

/** No control for what the server refuses or cannot do. */
function withoutRefused(model: ImageModel, row: ProviderRow): ImageModel {
  const { refuses, stream } = dialectOf(row);
  const isKept = (name: keyof typeof OPTIONS) =>
    !refuses.includes(OPTIONS[name].wire) &&
    !(name === "partials" && (stream === "none" || stream === "completed"));
  const names = optionNamesOf(model);
  if (names.every(isKept)) return model;
  const kept = <Value>(values: Partial<Record<keyof typeof OPTIONS, Value>>) =>
    Object.fromEntries(
      Object.entries(values).filter(([name]) => names.some((known) => known === name && isKept(known))),
    );
  return {
    ...model,
    options: kept(model.options),
    initial: kept(model.initial),
    rules: model.rules.filter(({ option, needs }) => isKept(option) && isKept(needs)),
  };
}
