import "server-only";
import OpenAI, { type ClientOptions } from "openai";
import type { ProviderRequest } from "@/lib/domain/generation/request/provider-request";
import type { Dialect } from "@/lib/domain/providers/dialect";
import type { ProviderRow } from "@/lib/domain/providers/provider-row";
import type { CallHooks, Provider, ProviderEvent } from "@/lib/server/ports/provider";
import { limitedFetch } from "./bodies/limited-fetch";
import { withPlainErrors } from "./bodies/plain-errors";
import { asItTravelled, type Departure, openDeparture } from "./departure";
import { toProviderError } from "./provider-error";
import { listModels } from "./provider-models";
import { readAnswer } from "./read-answer";
import { readChatAnswer } from "./read-chat";
import { readStream } from "./read-stream";
import { redactEvent } from "./redact";
import { type Deadlines, startWatchdog } from "./watchdog";

export type OpenAIProviderOptions = {
  id: string;
  label: string;
  isOffline: boolean;
  dialect: Dialect;
  catalogue: ProviderRow["catalogue"];
  baseUrl: string;
  apiKey: string;
  /** Servers that want the key in a header of their own. */
  auth: ProviderRow["auth"];
  /** How requests travel: over the network with our deadlines, or to a function in this process. */
  http: Pick<ClientOptions, "fetch" | "fetchOptions">;
  /**
   * What a call's request travels on, and tells when it leaves. Where there is none, its fetch is a function that
   * takes the request at once.
   */
  travelOn?: (departure: Departure) => NonNullable<ClientOptions["fetchOptions"]>;
  fetchPicture: Provider["fetchPicture"];
  deadlines: Deadlines;
};

/**
 * Any OpenAI-compatible Images API, through the `openai` package: its keys, paths and errors. The
 * body is read here, since the SDK neither times out a stalled one nor tells when one ends early.
 * Its own retries are off: by default it sends a paid call again after a lost answer.
 */
export function createOpenAIProvider(options: OpenAIProviderOptions): Provider {
  const { id, label, isOffline, dialect, fetchPicture, deadlines, travelOn } = options;
  const client = new OpenAI({
    apiKey: options.apiKey,
    baseURL: options.baseUrl,
    ...options.http,
    fetch: limitedFetch(withPlainErrors(options.http.fetch ?? fetch)),
    maxRetries: 0,
    timeout: deadlines.overallMs,
    ...(options.auth === "api-key" && {
      defaultHeaders: { "api-key": options.apiKey, authorization: null },
    }),
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
    const idleMs = request.body.stream === true ? deadlines.idleMs : deadlines.overallMs;
    using watchdog = startWatchdog(caller, { idleMs, overallMs: deadlines.overallMs });
    const departure = openDeparture(hooks.beforeSend ?? (() => {}));
    try {
      if (!travelOn) departure.leave();
      const fetchOptions = travelOn?.(departure) ?? {};
      const sending = { body: request.body, signal: watchdog.signal, fetchOptions };
      const response = await client.post(request.path, sending).asResponse();
      watchdog.touch();
      // A server that does not stream answers with JSON all the same.
      const isStream = response.headers.get("content-type")?.includes("text/event-stream");
      if (isStream) {
        const events = readStream(response, watchdog, secrets, hooks.onFinal);
        for await (const event of events) yield redactEvent(event, secrets);
      } else {
        hooks.onFinal?.();
        const read = request.endpoint === "chat" ? readChatAnswer : readAnswer;
        yield redactEvent(await read(response, watchdog, secrets), secrets);
      }
    } catch (thrown) {
      if (departure.refusal) throw departure.refusal.error;
      const error = toProviderError(thrown, { caller, watchdog: watchdog.signal, secrets });
      throw travelOn ? asItTravelled(error, departure) : error;
    }
  }

  return {
    ...{ id, label, isOffline, dialect, generate, fetchPicture },
    listModels: (signal) => listModels(client, { dialect, catalogue: options.catalogue }, signal),
  };
}
