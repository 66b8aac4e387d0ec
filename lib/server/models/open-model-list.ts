import "server-only";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { fallbackModel } from "@/lib/domain/models/model-table";
import { unknownModel } from "@/lib/domain/providers/served-models";
import type { ModelList } from "@/lib/server/ports/model-list";
import type { ListedModel, Provider } from "@/lib/server/ports/provider";
import type { Services } from "@/lib/server/services";

const LIST_TIMEOUT_MS = 3_000;
const LIST_FRESH_MS = 10 * 60_000;
/** How long no list is taken for an answer. */
const RETRY_MS = 30_000;

type Listed = { ids: string[] | null; shutdowns: Map<string, string> };

/**
 * The providers' lists, asked for at most every ten minutes, however many want them at once.
 * @param now milliseconds, of any clock that does not go back
 */
export function openModelList(
  { providers, serving, models, log }: Pick<Services, "providers" | "serving" | "models" | "log">,
  now: () => number = Date.now,
): ModelList {
  const [first] = providers;
  const unknown = new Map<string, ImageModel>();
  let listed: Promise<Listed> | null = null;
  let freshUntilMs = Number.POSITIVE_INFINITY;

  /** The id of a provider's model in this studio, and its row where no table has it. */
  const idOf = (provider: Provider, { id: wireId, fields }: ListedModel): string => {
    const known = [...models.values()].find(
      (model) => model.wireId === wireId && (model.providerId ?? first.id) === provider.id,
    );
    if (known) return known.id;
    const id = provider === first ? wireId : `${provider.id}:${wireId}`;
    const row = serving.find((row) => row.id === provider.id);
    if (row) unknown.set(id, unknownModel(row, wireId, fields, id));
    return id;
  };

  const askOne = async (provider: Provider) => {
    const list = await provider.listModels(AbortSignal.timeout(LIST_TIMEOUT_MS)).catch(() => null);
    if (!list) log.warn("models-not-listed", { provider: provider.label });
    return { provider, list };
  };
  const ask = async (): Promise<Listed> => {
    const answers = await Promise.all(providers.map(askOne));
    const isComplete = answers.every(({ list }) => list !== null);
    freshUntilMs = now() + (isComplete ? LIST_FRESH_MS : RETRY_MS);
    if (answers.every(({ list }) => list === null)) return { ids: null, shutdowns: new Map() };
    const shutdowns = new Map<string, string>();
    const ids = answers.flatMap(({ provider, list }) =>
      list
        ? list.map((model) => {
            const id = idOf(provider, model);
            if (model.shutdownOn) shutdowns.set(id, model.shutdownOn);
            return id;
          })
        : [...models.values()].filter((model) => model.providerId === provider.id).map(({ id }) => id),
    );
    return { ids, shutdowns };
  };
  const read = (): Promise<Listed> => {
    if (listed && now() < freshUntilMs) return listed;
    // While they are asked, everyone waits for the one answer.
    freshUntilMs = Number.POSITIVE_INFINITY;
    listed = ask();
    return listed;
  };

  return {
    ids: async () => (await read()).ids,
    shutdowns: async () => (await read()).shutdowns,
    unknown(id) {
      const known = unknown.get(id);
      if (known) return known;
      const row = serving.find((row) => id.startsWith(`${row.id}:`)) ?? serving[0];
      if (!row) return fallbackModel(id);
      return unknownModel(row, id.startsWith(`${row.id}:`) ? id.slice(row.id.length + 1) : id, {}, id);
    },
  };
}
