import "server-only";
import type { ModelTable } from "@/lib/domain/models/model-table";
import { OFFLINE_LABEL } from "@/lib/domain/models/provider-info";
import { DIALECTS } from "@/lib/domain/providers/dialect";
import { dialectOf, type ProviderRow } from "@/lib/domain/providers/provider-row";
import type { ProviderTable } from "@/lib/domain/providers/provider-table";
import { createOfflineFetch } from "@/lib/offline/images-api/offline-provider";
import type { Env } from "@/lib/server/env";
import type { Provider } from "@/lib/server/ports/provider";
import { createFetchPicture } from "./fetch-picture";
import { createNetworkProvider } from "./network-provider";
import { createOpenAIProvider } from "./openai-provider";
import type { Deadlines } from "./watchdog";

/** For servers that want none. Not a word that a message can hold: keys are blacked out in messages. */
const NO_KEY = "no-key-wanted";

/** A variable of the environment by its name; absent where it is empty. */
export type ReadVariable = (name: string) => string | undefined;

/** Providers that serve, in the table's order; never none. */
export type Providers = readonly [Provider, ...Provider[]];

/**
 * Every row whose key (or, where it wants none, whose address) the environment has; without any, the offline one.
 * @throws Error that names the variable whose address is none
 */
export function createProviders(
  env: Env,
  table: ProviderTable,
  models: ModelTable,
  read: ReadVariable,
): Providers {
  const deadlines: Deadlines = {
    connectMs: env.STUDIO_CONNECT_TIMEOUT_S * 1000,
    idleMs: env.STUDIO_IDLE_TIMEOUT_S * 1000,
    overallMs: env.STUDIO_OVERALL_TIMEOUT_S * 1000,
  };
  const serving = [...table].flatMap(([id, row]) => {
    const provider = createFromRow(id, row, deadlines, read);
    return provider ? [provider] : [];
  });
  const [first, ...others] = serving;
  return first ? [first, ...others] : [createOfflineProvider(models, env.STUDIO_OFFLINE_PACE_MS, deadlines)];
}

function createFromRow(
  id: string,
  row: ProviderRow,
  deadlines: Deadlines,
  read: ReadVariable,
): Provider | null {
  const given = row.baseUrlVariable === null ? undefined : read(row.baseUrlVariable);
  const apiKey = row.keyVariable === null ? undefined : read(row.keyVariable);
  const baseUrl = given ?? row.baseUrl;
  const isWanted = row.keyVariable === null ? row.baseUrlVariable === null || given : apiKey;
  if (!isWanted || !baseUrl) return null;
  if (!URL.canParse(baseUrl) || !/^https?:/.test(baseUrl))
    throw new Error(`${row.baseUrlVariable ?? `Provider "${id}"`}: must be an http or https address`);
  return createNetworkProvider(
    {
      id,
      // Whoever names another address is told where pictures really come from.
      label: given && given !== row.baseUrl ? new URL(given).host : row.label,
      dialect: dialectOf(row),
      catalogue: row.catalogue,
      baseUrl,
      apiKey: apiKey ?? NO_KEY,
      auth: row.auth,
    },
    deadlines,
  );
}

function createOfflineProvider(models: ModelTable, paceMs: number, deadlines: Deadlines): Provider {
  const baseUrl = "http://offline.invalid/v1";
  return createOpenAIProvider({
    id: "offline",
    label: OFFLINE_LABEL,
    isOffline: true,
    dialect: DIALECTS.openai,
    catalogue: "models",
    baseUrl,
    // Not a word that a message can hold: keys are blacked out in messages.
    apiKey: "no-key-offline",
    auth: "bearer",
    http: { fetch: createOfflineFetch({ models, paceMs }) },
    fetchPicture: createFetchPicture(baseUrl),
    deadlines,
  });
}
