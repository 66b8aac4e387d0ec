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
import { claimWithinLimits } from "./claim-within-limits";
import { endCall, postponeCall } from "./end-call";
import { finishCall } from "./finish-call";
import { type LoadedCall, loadCall } from "./load-call";

/** A call that was taken, until its end; "held": a limit makes it wait; "gone": someone else has it, or it ended. */
type Started = { done: Promise<void> } | "held" | "gone";

/**
 * Sends one planned call and follows it to its end. Returns when the journal says how it ended;
 * what the provider does wrong ends the call, never the worker.
 */
export async function runCall(services: Services, callId: string): Promise<void> {
  const started = await startCall(services, callId);
  if (typeof started === "object") await started.done;
}

/** Takes a planned call, and answers as soon as that is decided. */
export async function startCall(services: Services, callId: string): Promise<Started> {
  const { running } = services;
  // It may be told of twice; the call keeps its one controller.
  if (running.has(callId)) return "gone";
  const controller = new AbortController();
  // From before the call is taken, so that a cancel finds it however soon it comes.
  running.set(callId, controller);
  let isTaken = false;
  try {
    const loaded = await loadCall(services.database.drizzle, { id: callId });
    if (!loaded) return "gone";
    const call = await claimWithinLimits(services, loaded);
    if (typeof call === "string") return call;
    isTaken = true;
    const taken = followToItsEnd(services, { ...loaded, call }, controller.signal);
    return { done: taken.finally(() => running.delete(callId)) };
  } finally {
    if (!isTaken) running.delete(callId);
  }
}

async function followToItsEnd(services: Services, loaded: LoadedCall, signal: AbortSignal): Promise<void> {
  const { call } = loaded;
  try {
    await followCall(services, loaded, signal);
  } catch (thrown) {
    services.log.warn("call-failed", { callId: call.id, error: thrown });
    // A fault of our own says nothing about the provider: the call is as good as left by a dead worker.
    if (thrown instanceof AppError) await settleError(services, loaded, thrown);
    else await abandonCall(services, call);
  }
  // Its true cost may have made room for calls that wait, here or elsewhere.
  await services.queue.wake(services.database.drizzle);
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
