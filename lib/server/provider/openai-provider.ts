import "server-only";
import OpenAI, { type ClientOptions } from "openai";
import type { ProviderRequest } from "@/lib/domain/generation/provider-request";
import type { CallHooks, Provider, ProviderEvent } from "@/lib/server/ports/provider";
import { limitedFetch } from "./limited-fetch";
import { toProviderError } from "./provider-error";
import { readAnswer } from "./read-answer";
import { readStream } from "./read-stream";
import { redactEvent } from "./redact";
import { type Deadlines, startWatchdog } from "./watchdog";
import { wireModelsSchema } from "./wire";

export type OpenAIProviderOptions = {
  label: string;
  isOffline: boolean;
  vendorPrefix: boolean;
  baseUrl: string;
  apiKey: string;
  /** How requests travel: over the network with our deadlines, or to a function in this process. */
  http: Pick<ClientOptions, "fetch" | "fetchOptions">;
  fetchPicture: Provider["fetchPicture"];
  deadlines: Deadlines;
};

/**
 * Any OpenAI-compatible Images API, through the `openai` package: its keys, paths and errors. The
 * body is read here, since the SDK neither times out a stalled one nor tells when one ends early.
 * Its own retries are off: by default it sends a paid call again after a lost answer.
 */
export function createOpenAIProvider(options: OpenAIProviderOptions): Provider {
  const { label, isOffline, vendorPrefix, fetchPicture, deadlines } = options;
  const client = new OpenAI({
    apiKey: options.apiKey,
    baseURL: options.baseUrl,
    ...options.http,
    fetch: limitedFetch(options.http.fetch ?? fetch),
    maxRetries: 0,
    timeout: deadlines.overallMs,
    organization: null,
    project: null,
    logLevel: "off",
  });
  const secrets = [options.apiKey];

  async function* generate(
    request: ProviderRequest,
    caller: AbortSignal,
    hooks: Partial<CallHooks> = {},
  ): AsyncGenerator<ProviderEvent> {
    // Without a stream silence is normal until the picture is done.
    const idleMs = request.stream ? deadlines.idleMs : deadlines.overallMs;
    using watchdog = startWatchdog(caller, { idleMs, overallMs: deadlines.overallMs });
    try {
      hooks.beforeSend?.();
      const response = await client
        .post("/images/generations", { body: request, signal: watchdog.signal })
        .asResponse();
      watchdog.touch();
      // A server that does not stream answers with JSON all the same.
      const isStream = response.headers.get("content-type")?.includes("text/event-stream");
      if (isStream) {
        const events = readStream(response, watchdog, secrets, hooks.onFinal);
        for await (const event of events) yield redactEvent(event, secrets);
      } else {
        hooks.onFinal?.();
        yield redactEvent(await readAnswer(response, watchdog, secrets), secrets);
      }
    } catch (thrown) {
      throw toProviderError(thrown, { caller, watchdog: watchdog.signal, secrets });
    }
  }

  return {
    label,
    isOffline,
    vendorPrefix,
    generate,
    fetchPicture,
    async listModelIds(signal) {
      const answer: unknown = await client.get("/models", { signal }).catch(() => null);
      const parsed = wireModelsSchema.safeParse(answer);
      if (!parsed.success) return null;
      return parsed.data.data.map(({ id }) => (vendorPrefix ? id.replace(/^[^/]+\//, "") : id));
    },
  };
}
