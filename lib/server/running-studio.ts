import "server-only";
import { openServices } from "./open-services";
import type { Services } from "./services";

declare global {
  // Next evaluates a module once a bundle; the process has one database all the same.
  var safelightServices: Promise<Services> | undefined;
}

/** The services of this process. A failed opening is tried again by the next caller. */
export function getServices(): Promise<Services> {
  globalThis.safelightServices ??= openServices().catch((error: unknown) => {
    globalThis.safelightServices = undefined;
    throw error;
  });
  return globalThis.safelightServices;
}

/** Ends what is open, where anything is. */
export async function closeServices(): Promise<void> {
  const opening = globalThis.safelightServices;
  globalThis.safelightServices = undefined;
  if (opening) await (await opening).close();
}
