import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { openServices } from "./open-services";
import type { Drain } from "./ports/drain";
import type { Services } from "./services";

declare global {
  // Next evaluates a module once a bundle; the process has one database all the same.
  var safelightServices: Promise<Services> | undefined;
  /** Outlives the services: a process that is stopping opens no second studio. */
  var safelightIsStopping: boolean | undefined;
}

/** When those who are turned away may look for the studio again. */
export const BACK_AFTER_MS = 5_000;

/**
 * The services of this process. A failed opening is tried again by the next caller.
 * @throws AppError studio_stopping once the process stops
 */
export async function getServices(): Promise<Services> {
  if (globalThis.safelightIsStopping) throw new AppError("studio_stopping", { retryAfterMs: BACK_AFTER_MS });
  globalThis.safelightServices ??= openServices().catch((error: unknown) => {
    globalThis.safelightServices = undefined;
    throw error;
  });
  return globalThis.safelightServices;
}

/** From here on nobody gets the services: the process stops. */
export function refuseServices(): void {
  globalThis.safelightIsStopping = true;
}

/** Ends what is open, where anything is. @param drain how, except for the time, which the environment says */
export async function closeServices(drain: Omit<Drain, "withinMs">): Promise<void> {
  refuseServices();
  const services = await globalThis.safelightServices?.catch(() => null);
  await services?.close({ ...drain, withinMs: services.env.STUDIO_DRAIN_S * 1000 });
}
