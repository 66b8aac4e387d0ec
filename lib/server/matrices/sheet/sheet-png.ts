import "server-only";
import sharp, { type OverlayOptions } from "sharp";
import type { Storage } from "@/lib/server/ports/storage";
import type { SheetItem, SheetPage } from "./sheet-layout";
import { centred, readSheetPicture } from "./sheet-pictures";
import { baseline, FRAME, PAPER } from "./sheet-style";

/** A page as a PNG of its size, on white. */
export async function renderPng(storage: Storage, page: SheetPage): Promise<Buffer> {
  const overlays: OverlayOptions[] = [];
  const drawn: SheetItem[] = [];
  // One after the other: a hundred decodes at once would hold everything else up.
  for (const item of page.items) {
    drawn.push(item);
    if (item.kind !== "picture") continue;
    const picture = await readSheetPicture(storage, item.imageId, item.box, 1);
    if (!picture) {
      drawn.push({ kind: "frame", box: item.box });
      continue;
    }
    const { x, y } = centred(item.box, { width: picture.widthPx, height: picture.heightPx });
    overlays.push({ input: picture.bytes, left: Math.round(x), top: Math.round(y) });
  }
  const tags = page.items.filter(({ kind }) => kind === "tag");
  if (tags.length > 0) overlays.push({ input: drawingOf(page, tags.map(svgOf).join("")), left: 0, top: 0 });
  const ground = `<rect width="100%" height="100%" fill="${PAPER}"/>`;
  const under = drawn.filter(({ kind }) => kind !== "tag").map(svgOf);
  const drawing = sharp(drawingOf(page, ground + under.join("")), { unlimited: true });
  return drawing.composite(overlays).flatten({ background: PAPER }).png({ compressionLevel: 8 }).toBuffer();
}

function drawingOf({ width, height }: SheetPage, content: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`,
  );
}

/** Text is drawn as outlines: a renderer without fonts would leave boxes. */
function svgOf(item: SheetItem): string {
  switch (item.kind) {
    case "picture":
      return "";
    case "frame": {
      const { x, y, width, height } = item.box;
      const place = `x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}"`;
      return `<rect ${place} fill="${FRAME.fill}" stroke="${FRAME.line}"/>`;
    }
    case "tag": {
      const { x, y, width, height } = item.box;
      const ground = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${PAPER}"/>`;
      return ground + svgOf(item.text);
    }
    case "text":
      return item.lines
        .map(({ path }, index) => {
          const y = baseline(item, index);
          return `<path transform="translate(${item.x} ${y})" fill="${item.color}" d="${path}"/>`;
        })
        .join("");
  }
}
