import "server-only";
import type { Image } from "@/lib/domain/generation/image";
import { isEnded } from "@/lib/domain/generation/is-ended";
import { studioStops } from "@/lib/server/api/errors/api-refusals";
import { openBell } from "@/lib/server/bell";
import { listImagesOf } from "@/lib/server/db/queries/images";
import type { Services } from "@/lib/server/services";

/** A change can be missed, and then nothing tells of it. */
const LOOK_AGAIN_MS = 15_000;

/**
 * The images of a generation, now and after each change, until all have ended. The work itself goes on whether
 * somebody follows it or not.
 * @param signal ends it, without an error
 * @param bell rung by whoever has another reason to look
 * @throws ApiError 503 when the studio stops and none of them is under way
 */
export async function* followImages(
  services: Services,
  { id, sessionId }: { id: string; sessionId: string },
  signal: AbortSignal,
  bell = openBell(),
): AsyncGenerator<Image[]> {
  let isStopping = false;
  const stop = () => {
    isStopping = true;
    bell.ring();
  };
  const stopWatching = services.watchers.watch(sessionId, (watched) => {
    const isOfThese =
      watched !== "gap" && watched.type === "image-changed" && watched.image.generationId === id;
    if (watched === "gap" || isOfThese) bell.ring();
  });
  services.streams.add(stop);
  signal.addEventListener("abort", bell.ring, { once: true });
  try {
    while (!signal.aborted) {
      bell.hush();
      const images = await listImagesOf(services.database.reads, { generationIds: [id] });
      yield images;
      if (images.every(isEnded)) return;
      // A studio that stops finishes what the provider works on, and sends nothing of what waits.
      if (isStopping && !images.some(({ state }) => state === "developing")) throw studioStops();
      await bell.rung(LOOK_AGAIN_MS);
    }
  } finally {
    stopWatching();
    services.streams.delete(stop);
    signal.removeEventListener("abort", bell.ring);
  }
}
