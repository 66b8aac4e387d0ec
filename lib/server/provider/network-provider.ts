import "server-only";
import type { Provider } from "@/lib/server/ports/provider";
import { createFetchPicture } from "./fetch-picture";
import { openConnection } from "./open-connection";
import { createOpenAIProvider, type OpenAIProviderOptions } from "./openai-provider";
import type { Deadlines } from "./watchdog";

export type Account = Pick<
  OpenAIProviderOptions,
  "id" | "label" | "dialect" | "catalogue" | "baseUrl" | "apiKey" | "auth"
>;

/** A provider over the network, with a key. */
export function createNetworkProvider(account: Account, deadlines: Deadlines): Provider {
  return createOpenAIProvider({
    ...account,
    isOffline: false,
    // A redirect would send a paid call a second time, and the key to who knows whom.
    http: { fetchOptions: { redirect: "manual" } },
    travelOn: (departure) => ({ dispatcher: openConnection(departure, deadlines.connectMs) }),
    fetchPicture: createFetchPicture(account.baseUrl),
    deadlines,
  });
}
