import "server-only";
import { Agent, fetch } from "undici";
import { AppError } from "@/lib/domain/errors/app-error";
import { retry, SHORT_PAUSES_MS } from "@/lib/server/retry";
import { isLoopbackUrl, resolvePublicHost } from "./address-guard";
import type { Download } from "./read-answer";

const SIZE_BYTES_MAX = 64 * 1024 * 1024;
const TIMEOUT_MS = 60_000;
const REDIRECTS_MAX = 3;

/** Checks the addresses when the connection is made, so that a name cannot change in between. */
const publicOnly = new Agent({
  connect: {
    timeout: 10_000,
    lookup: (hostname, _options, callback) => {
      resolvePublicHost(hostname).then(
        (addresses) => callback(null, addresses),
        (error: Error) => callback(error, []),
      );
    },
  },
});
const loopback = new Agent({ connect: { timeout: 10_000 } });

/**
 * Fetches pictures that a provider answers as addresses, at once, since these die within the hour.
 * https to public addresses only; loopback only when the provider itself is on loopback.
 */
export function createDownload(providerBaseUrl: string): Download {
  const mayUseLoopback = isLoopbackUrl(new URL(providerBaseUrl));

  async function open(address: string, signal: AbortSignal, redirects = 0): Promise<Uint8Array> {
    const url = new URL(address);
    if (url.protocol === "data:") return Buffer.from(address.slice(address.indexOf(",") + 1), "base64");
    const isLocal = mayUseLoopback && isLoopbackUrl(url);
    if (!isLocal && url.protocol !== "https:") throw refused("The address is not https.");
    if (!isLocal) await resolvePublicHost(url.hostname);
    const dispatcher = isLocal ? loopback : publicOnly;
    const response = await fetch(url, { signal, redirect: "manual", dispatcher });
    if (response.ok && response.body) return readLimited(response.body);
    await response.body?.cancel();
    const location = response.headers.get("location");
    if (response.status >= 500 || response.status === 429)
      throw new Error(`The address answered ${response.status}.`);
    if (!location) throw refused(`The address answered ${response.status}.`);
    if (redirects >= REDIRECTS_MAX) throw refused("Too many redirects.");
    return open(new URL(location, url).href, signal, redirects + 1);
  }

  /** A passing fault throws and is tried again; an answer that will not change is returned. */
  async function tryOpen(address: string, signal: AbortSignal): Promise<Uint8Array | AppError> {
    try {
      return await open(address, signal);
    } catch (thrown) {
      if (thrown instanceof AppError) return thrown;
      throw thrown;
    }
  }

  return async (address) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const opened = await retry(() => tryOpen(address, signal), SHORT_PAUSES_MS).catch(
      (cause: unknown) => new AppError("picture_lost", { cause }),
    );
    if (opened instanceof AppError) throw opened;
    return opened;
  };
}

function refused(reason: string): AppError {
  return new AppError("picture_lost", { cause: new Error(reason) });
}

async function readLimited(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of body) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > SIZE_BYTES_MAX) throw refused("The picture is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
