import "server-only";
import type { ModelList } from "@/lib/server/ports/model-list";
import type { Services } from "@/lib/server/services";

const LIST_TIMEOUT_MS = 3_000;
const LIST_FRESH_MS = 10 * 60_000;
/** How long no list is taken for an answer. */
const RETRY_MS = 30_000;

/**
 * The provider's list, asked for at most every ten minutes, however many want it at once.
 * @param now milliseconds, of any clock that does not go back
 */
export function openModelList(
  { provider, log }: Pick<Services, "provider" | "log">,
  now: () => number = Date.now,
): ModelList {
  let listed: Promise<string[] | null> | null = null;
  let freshUntilMs = Number.POSITIVE_INFINITY;

  const ask = async () => {
    const ids = await provider.listModelIds(AbortSignal.timeout(LIST_TIMEOUT_MS)).catch(() => null);
    if (!ids) log.warn("models-not-listed", { provider: provider.label });
    freshUntilMs = now() + (ids ? LIST_FRESH_MS : RETRY_MS);
    return ids;
  };

  return {
    ids() {
      if (listed && now() < freshUntilMs) return listed;
      // While it is asked, everyone waits for the one answer.
      freshUntilMs = Number.POSITIVE_INFINITY;
      listed = ask();
      return listed;
    },
  };
}
