import "server-only";
import sharp, { type Sharp } from "sharp";
import { decode } from "@/lib/server/picture-files/decode";

/** What the Open Graph protocol's readers show without cutting. */
export const COVER = { widthPx: 1200, heightPx: 630 } as const;

/** Where cutting would leave less of the picture than this, it stands whole on a blurred one of itself. */
const KEPT_MIN = 0.5;
/** Behind transparent pictures, and of the cover that shows none: the light table's grey. */
const GREY = { r: 226, g: 225, b: 222 };

/**
 * The picture under which a link unfurls: 1200 × 630 JPEG without metadata.
 * @throws Error when the bytes are not a picture
 */
export function makeCover(bytes: Uint8Array): Promise<Uint8Array> {
  return decode(bytes, makeCoverOf);
}

async function makeCoverOf(open: () => Sharp): Promise<Uint8Array> {
  const { width, height } = await open().metadata();
  const { widthPx, heightPx } = COVER;
  const ratios = [width / height, widthPx / heightPx];
  if (Math.min(...ratios) / Math.max(...ratios) >= KEPT_MIN) {
    const cut = open().resize(widthPx, heightPx, { fit: "cover", position: "attention" });
    return jpeg(cut.flatten({ background: GREY }));
  }
  // Blurred while small: the same look for a hundredth of the work.
  const small = await open()
    .flatten({ background: GREY })
    .resize(120, 63, { fit: "cover" })
    .blur(4)
    .png()
    .toBuffer();
  const whole = await open()
    .flatten({ background: GREY })
    .resize(widthPx, heightPx, { fit: "inside", withoutEnlargement: true })
    .png()
    .toBuffer();
  const behind = sharp(small)
    .resize(widthPx, heightPx, { fit: "fill", kernel: "cubic" })
    .modulate({ brightness: 0.8 });
  return jpeg(behind.composite([{ input: whole, gravity: "centre" }]));
}

/** The cover of a gallery that is locked or empty: rows of blank prints, the same for every one. */
export async function makeNeutralCover(): Promise<Uint8Array> {
  const { widthPx, heightPx } = COVER;
  const rows = [
    { y: 70, widths: [300, 420, 270] },
    { y: 330, widths: [420, 250, 320] },
  ];
  const prints = rows.flatMap(({ y, widths }) =>
    widths.map((width, place) => {
      const x = 75 + widths.slice(0, place).reduce((sum, one) => sum + one + 30, 0);
      return `<rect x="${x}" y="${y}" width="${width}" height="230" fill="#d3d1cc"/>`;
    }),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"><rect width="100%" height="100%" fill="#e2e1de"/>${prints.join("")}</svg>`;
  return jpeg(sharp(Buffer.from(svg)).flatten({ background: GREY }));
}

function jpeg(picture: Sharp): Promise<Uint8Array> {
  return picture.jpeg({ quality: 82, mozjpeg: true }).toBuffer();
}
