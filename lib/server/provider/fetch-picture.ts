import "server-only";
import { Agent, fetch } from "undici";
import { AppError } from "@/lib/domain/errors/app-error";
import type { Provider } from "@/lib/server/ports/provider";
import { isLoopbackUrl, resolvePublicHost } from "./address-guard";

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

/** See `Provider.fetchPicture`. */
export type FetchPicture = Provider["fetchPicture"];

/**
 * Fetches pictures that a provider answers as addresses: from https to public addresses only; from loopback only when
 * the provider itself is there. What such an address answers may pass, also that there is nothing: it is served by many
 * machines, and the picture may not have reached all of them.
 */
export function createFetchPicture(providerBaseUrl: string): FetchPicture {
  const mayUseLoopback = isLoopbackUrl(new URL(providerBaseUrl));

  async function open(address: string, signal: AbortSignal, redirects = 0): Promise<Uint8Array> {
    if (!URL.canParse(address)) throw refused("It is no address.");
    const url = new URL(address);
    const isLocal = mayUseLoopback && isLoopbackUrl(url);
    if (!isLocal && url.protocol !== "https:") throw refused("The address is not https.");
    if (!isLocal) await resolvePublicHost(url.hostname);
    const dispatcher = isLocal ? loopback : publicOnly;
    const response = await fetch(url, { signal, redirect: "manual", dispatcher });
    if (response.ok && response.body) return readLimited(response.body);
    await response.body?.cancel();
    const location = response.headers.get("location");
    if (!location) throw new Error(`The address answered ${response.status}.`);
    if (redirects >= REDIRECTS_MAX) throw refused("Too many redirects.");
    return open(new URL(location, url).href, signal, redirects + 1);
  }

  return (address) => open(address, AbortSignal.timeout(TIMEOUT_MS));
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
