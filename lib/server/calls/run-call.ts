import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { providerRequest } from "@/lib/domain/generation/provider-request";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { retryDelayMs } from "@/lib/server/calls/retry-policy";
import { developImage, developImagesOfCall } from "@/lib/server/db/queries/images";
import { keepPartial } from "@/lib/server/images/keep-picture";
import type { ProviderEvent } from "@/lib/server/ports/provider";
import type { Services } from "@/lib/server/services";
import { abandonCall } from "./abandon-call";
import { claimWithinLimits, wakeWaitingCalls } from "./claim-within-limits";
import { endCall, postponeCall } from "./end-call";
import { finishCall } from "./finish-call";
import { type LoadedCall, loadCall } from "./load-call";

/**
 * Sends one planned call and follows it to its end. Returns when the journal says how it ended;
 * what the provider does wrong ends the call, never the worker.
 */
export async function runCall(services: Services, callId: string): Promise<void> {
  // A job may come twice; the call keeps its one controller.
  if (services.running.has(callId)) return;
  const controller = new AbortController();
  // From before the call is taken, so that a cancel finds it however soon it comes.
  services.running.set(callId, controller);
  try {
    await takeCall(services, callId, controller.signal);
  } finally {
    services.running.delete(callId);
  }
}

async function takeCall(services: Services, callId: string, signal: AbortSignal): Promise<void> {
  const { drizzle: db } = services.database;
  const loaded = await loadCall(db, { id: callId });
  if (!loaded) return;
  const call = await claimWithinLimits(services, loaded);
  if (!call) return;
  try {
    await followCall(services, { ...loaded, call }, signal);
  } catch (thrown) {
    services.log.warn("call-failed", { callId, error: thrown });
    // A fault of our own says nothing about the provider: the call is as good as left by a dead worker.
    if (thrown instanceof AppError) await settleError(services, { ...loaded, call }, thrown);
    else await abandonCall(services, call);
  }
  await wakeWaitingCalls(services, loaded);
}

async function followCall(services: Services, loaded: LoadedCall, signal: AbortSignal): Promise<void> {
  const { call, generation } = loaded;
  const { drizzle: db } = services.database;
  const model = services.modelOf(generation.modelId);
  await developImagesOfCall(db, {
    ...call,
    changes: { state: "developing", sentAt: call.sentAt, retryAt: null },
  });
  const request = providerRequest(model, generation, call.imageCount, services.provider.vendorPrefix);
  for await (const event of services.provider.generate(request, signal)) {
    await takeEvent(services, loaded, model, event);
  }
}

async function takeEvent(services: Services, loaded: LoadedCall, model: ImageModel, event: ProviderEvent) {
  switch (event.type) {
    case "partial": {
      const [image] = loaded.images;
      if (!image) return;
      // A preview that cannot be made costs the preview, not the picture that is on its way.
      const changes = await keepPartial(services.storage, { ...event, id: image.id }).catch(
        (error: unknown) => {
          services.log.warn("partial-skipped", { imageId: image.id, error });
          return null;
        },
      );
      if (changes) await developImage(services.database.drizzle, { id: image.id, changes });
      return;
    }
    case "answered":
      return finishCall(services, loaded, model, event);
  }
}

/** Sends it again where that is provably free, ends it otherwise. */
async function settleError(services: Services, loaded: LoadedCall, error: AppError): Promise<void> {
  const delayMs = retryDelayMs(error, loaded.call.sends);
  if (delayMs === null) await endCall(services, loaded, error);
  else await postponeCall(services, loaded, new Date(Date.now() + delayMs));
}
