import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { providerRequest } from "@/lib/domain/generation/request/provider-request";
import { developImage, developImagesOfCall } from "@/lib/server/db/queries/images";
import { keepPartial } from "@/lib/server/images/keep-picture";
import type { ProviderEvent } from "@/lib/server/ports/provider";
import type { RunningCall } from "@/lib/server/ports/running-call";
import type { Services } from "@/lib/server/services";
import { openFence } from "./fence";
import type { LoadedCall } from "./load-call";
import { openPreviewSlot } from "./preview-slot";

export type Answer = Extract<ProviderEvent, { type: "answered" }>;
type Partial = Extract<ProviderEvent, { type: "partial" }>;

/** How long a finished picture may take to be stored and journalled. */
export const STORED_WITHIN_MS = 10 * 60_000;
/** How long a call that failed waits for its last preview, which is then all that there is to see. */
const LAST_PREVIEW_WITHIN_MS = 5_000;

/**
 * Sends a call that was claimed and reads its answer. Nothing of the studio's own is waited for while it
 * reads: neither storage nor the database can make the provider look silent, or end what is paid for.
 * @throws AppError of the provider; NotSentError and faults of our own only before the request has left
 */
export async function followCall(
  services: Services,
  loaded: LoadedCall,
  running: RunningCall,
): Promise<Answer> {
  const { call, generation } = loaded;
  const fence = openFence(services, call, running);
  const [image] = loaded.images;
  const model = services.modelOf(generation.modelId);
  await fence.pass();
  const changes = { state: "developing" as const, sentAt: call.sentAt, retryAt: null, waitsFor: null };
  await developImagesOfCall(services.database.drizzle, { ...call, changes });
  const provider = services.providerOf(model);
  const request = providerRequest(model, generation, call.imageCount, provider.dialect);
  const previews = openPreviewSlot<Partial>(
    (partial, signal) => showPartial(services, loaded, partial, signal),
    (error) => services.log.warn("partial-skipped", { callId: call.id, error }),
  );
  const hooks = {
    beforeSend: fence.beforeSend,
    onFinal: () => running.answering(STORED_WITHIN_MS),
  };
  try {
    for await (const event of provider.generate(request, running.signal, hooks)) {
      switch (event.type) {
        case "partial":
          previews.offer(event);
          if (image) services.partials.tell(image.id, event);
          break;
        case "answered":
          previews.drop();
          return event;
      }
    }
  } catch (thrown) {
    await previews.settle(LAST_PREVIEW_WITHIN_MS);
    throw thrown;
  }
  throw new AppError("ended_early");
}

/** Stores a preview, then shows it. The finished picture may have come in the meantime, so it is asked for before each step. */
async function showPartial(
  { database, storage }: Services,
  { images: [image] }: LoadedCall,
  partial: Partial,
  signal: AbortSignal,
): Promise<void> {
  if (!image || signal.aborted) return;
  const changes = await keepPartial(storage, { ...partial, id: image.id });
  if (!signal.aborted) await developImage(database.drizzle, { id: image.id, changes });
}
