import "server-only";
import type { ProviderTrial } from "@/lib/domain/models/provider-info";
import type { Provider } from "@/lib/server/ports/provider";
import type { Services } from "@/lib/server/services";

const WAIT_MS = 10_000;

type Asked = Pick<Services, "provider" | "providers" | "models">;

/** Asks every provider for its models, anew and for nothing: an answer says that its key and its address are right. */
export function tryProviders(services: Asked): Promise<ProviderTrial[]> {
  return Promise.all(services.providers.map((provider) => tryOne(services, provider)));
}

async function tryOne({ provider: first, models }: Asked, provider: Provider): Promise<ProviderTrial> {
  const list = await provider.listModels(AbortSignal.timeout(WAIT_MS)).catch(() => null);
  const { label, isOffline } = provider;
  const own = [...models.values()].filter((model) => (model.providerId ?? first.id) === provider.id);
  const known = new Set(own.map(({ wireId }) => wireId));
  return {
    label,
    isOffline,
    listed: list?.length ?? null,
    known: list?.filter(({ id }) => known.has(id)).length ?? 0,
  };
}
