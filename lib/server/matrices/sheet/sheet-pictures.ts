import "server-only";
import { variantKey } from "@/lib/domain/generation/picture-address";
import { THUMBNAIL_EDGE_PX } from "@/lib/domain/limits";
import { decode } from "@/lib/server/picture-files/decode";
import type { Storage } from "@/lib/server/ports/storage";
import type { Box } from "./sheet-layout";
import { PAPER } from "./sheet-style";

/** A picture for a sheet, as large as its box in pixels, on the sheet's own colour. */
export type SheetPicture = { bytes: Buffer; widthPx: number; heightPx: number };

/**
 * The picture of a box, its own shape kept. Null when neither thumbnail nor original is there.
 * @param density pixels of the picture for a pixel of the sheet
 */
export async function readSheetPicture(
  storage: Storage,
  imageId: string,
  box: Box,
  density: number,
): Promise<SheetPicture | null> {
  const width = Math.max(1, Math.round(box.width * density));
  const height = Math.max(1, Math.round(box.height * density));
  // What needs more pixels than a thumbnail has is made from the original.
  const isLarge = Math.max(width, height) > THUMBNAIL_EDGE_PX;
  const variants = isLarge ? (["original", "thumbnail"] as const) : (["thumbnail", "original"] as const);
  for (const variant of variants) {
    const bytes = await storage.get(variantKey(imageId, variant, ""));
    const picture = bytes && (await drawInto(bytes, width, height).catch(() => null));
    if (picture) return picture;
  }
  return null;
}

async function drawInto(bytes: Uint8Array, width: number, height: number): Promise<SheetPicture> {
  const { data, info } = await decode(bytes, (open) =>
    open()
      .resize(width, height, { fit: "inside" })
      .flatten({ background: PAPER })
      .jpeg({ quality: 88, chromaSubsampling: "4:4:4" })
      .toBuffer({ resolveWithObject: true }),
  );
  return { bytes: data, widthPx: info.width, heightPx: info.height };
}

/** Where a picture stands in its box: in the middle. */
export function centred(box: Box, picture: { width: number; height: number }): { x: number; y: number } {
  return { x: box.x + (box.width - picture.width) / 2, y: box.y + (box.height - picture.height) / 2 };
}
