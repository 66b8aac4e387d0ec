import "server-only";
import type { Image, UsedOptions } from "@/lib/domain/generation/image";
import { isEnded } from "@/lib/domain/generation/is-ended";
import { openBell } from "@/lib/server/bell";
import { listImagesOf } from "@/lib/server/db/queries/images";
import type { LivePartial } from "@/lib/server/ports/live-partials";
import type { Services } from "@/lib/server/services";
import { followImages } from "./follow-images";
import { partialFromPreview } from "./partial-from-preview";

/** A partial, in full size. */
export type DevelopedPartial = {
  type: "partial";
  image: Image;
  partialIndex: number;
  bytes: Uint8Array;
  used: UsedOptions;
};
/** What a picture does until it has ended. */
export type Developed = DevelopedPartial | { type: "ended"; image: Image };

/**
 * One picture as it develops: its partials, each at most once and in their order, then how it ended. Partials come as
 * the provider sent them where this process draws; of those that were missed the last one comes as its preview.
 * @param format what a preview is turned into
 */
export async function* developPicture(
  services: Services,
  generation: { id: string; sessionId: string },
  format: string,
  signal: AbortSignal,
): AsyncGenerator<Developed> {
  const [picture] = await listImagesOf(services.database.reads, { generationIds: [generation.id] });
  const told: LivePartial[] = [];
  const bell = openBell();
  const stopListening = services.partials.watch(picture?.id ?? "", (partial) => {
    told.push(partial);
    bell.ring();
  });
  let shown = -1;
  try {
    for await (const [image] of followImages(services, generation, signal, bell)) {
      if (!image) return;
      const live = told.splice(0).map((partial) => ({ ...partial, image }));
      const missed = live.length === 0 ? await missedPartial(services, image, shown, format) : [];
      for (const partial of [...live, ...missed]) {
        if (partial.partialIndex <= shown) continue;
        shown = partial.partialIndex;
        yield partial;
      }
      if (isEnded(image)) yield { type: "ended", image };
    }
  } finally {
    stopListening();
  }
}

/** The preview of a picture that develops, unless one as new was shown. */
async function missedPartial(
  { storage }: Services,
  image: Image,
  shown: number,
  format: string,
): Promise<DevelopedPartial[]> {
  if (image.state !== "developing" || image.preview === null) return [];
  const partialIndex = image.preview.partialIndex ?? 0;
  if (partialIndex <= shown) return [];
  const bytes = await partialFromPreview(storage, { ...image, preview: image.preview }, format);
  return bytes ? [{ type: "partial", image, partialIndex, bytes, used: {} }] : [];
}
