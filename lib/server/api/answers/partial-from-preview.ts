import "server-only";
import sharp from "sharp";
import { hashInUrl, partialKey } from "@/lib/domain/generation/picture-address";
import type { Storage } from "@/lib/server/ports/storage";

type Previewed = { id: string; preview: { url: string }; widthPx: number; heightPx: number };

/**
 * A partial in full size and in the format that was asked for, from the small preview that is stored of it: for those
 * who came late, or to another instance than the one that draws. Null when the next one has replaced it.
 */
export async function partialFromPreview(
  storage: Storage,
  { id, preview, widthPx, heightPx }: Previewed,
  format: string,
): Promise<Uint8Array | null> {
  const stored = await storage.get(partialKey(id, hashInUrl(preview.url)));
  if (!stored) return null;
  const resized = sharp(stored).resize(widthPx, heightPx, { fit: "fill" });
  return format === "jpeg" || format === "webp"
    ? resized.toFormat(format).toBuffer()
    : resized.png().toBuffer();
}
