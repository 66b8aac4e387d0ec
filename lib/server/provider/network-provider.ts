import "server-only";
import { Agent } from "undici";
import type { Provider } from "@/lib/server/ports/provider";
import { createFetchPicture } from "./fetch-picture";
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
    http: { fetchOptions: { dispatcher: createDispatcher(deadlines), redirect: "manual" } },
    fetchPicture: createFetchPicture(account.baseUrl),
    deadlines,
  });
}

/**
 * Our own connect deadline, and none of undici's five minutes for headers and body: the watchdog has
 * those. Each call has a connection of its own: a kept one can be closed by the server just as a call
 * is written to it, and then nobody knows whether it was paid for. (`Connection: close` would do the
 * same, but after it undici takes an answer that is cut off for a whole one.)
 */
function createDispatcher({ connectMs }: Deadlines): Agent {
  const ownConnection = { keepAliveTimeout: 1, keepAliveMaxTimeout: 1 };
  return new Agent({ connect: { timeout: connectMs }, headersTimeout: 0, bodyTimeout: 0, ...ownConnection });
}
