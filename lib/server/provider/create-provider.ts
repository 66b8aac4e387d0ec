import "server-only";
import type { ModelTable } from "@/lib/domain/models/model-table";
import { OFFLINE_LABEL } from "@/lib/domain/models/provider-info";
import { createOfflineFetch } from "@/lib/offline/images-api/offline-provider";
import type { Env } from "@/lib/server/env";
import type { Provider } from "@/lib/server/ports/provider";
import { createFetchPicture } from "./fetch-picture";
import { type Account, createNetworkProvider } from "./network-provider";
import { createOpenAIProvider } from "./openai-provider";
import type { Deadlines } from "./watchdog";

/** The provider that the environment asks for: OpenAI's key first, then Dedalus', else the offline one. */
export function createProvider(env: Env, models: ModelTable): Provider {
  const deadlines: Deadlines = {
    connectMs: env.STUDIO_CONNECT_TIMEOUT_S * 1000,
    idleMs: env.STUDIO_IDLE_TIMEOUT_S * 1000,
    overallMs: env.STUDIO_OVERALL_TIMEOUT_S * 1000,
  };
  const account = accountOf(env);
  if (!account) return createOfflineProvider(models, env.STUDIO_OFFLINE_PACE_MS, deadlines);
  return createNetworkProvider(account, deadlines);
}

function accountOf(env: Env): Account | null {
  if (env.OPENAI_API_KEY) {
    const { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: apiKey } = env;
    return { label: new URL(baseUrl).host, baseUrl, apiKey, vendorPrefix: false };
  }
  if (!env.DEDALUS_API_KEY) return null;
  return {
    label: "Dedalus Labs",
    baseUrl: env.DEDALUS_BASE_URL,
    apiKey: env.DEDALUS_API_KEY,
    vendorPrefix: true,
  };
}

function createOfflineProvider(models: ModelTable, paceMs: number, deadlines: Deadlines): Provider {
  const baseUrl = "http://offline.invalid/v1";
  return createOpenAIProvider({
    label: OFFLINE_LABEL,
    isOffline: true,
    vendorPrefix: false,
    baseUrl,
    // Not a word that a message can hold: keys are blacked out in messages.
    apiKey: "no-key-offline",
    http: { fetch: createOfflineFetch({ models, paceMs }) },
    fetchPicture: createFetchPicture(baseUrl),
    deadlines,
  });
}
