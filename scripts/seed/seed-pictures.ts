import { paint } from "@/lib/offline/painter/paint";
import { contentHash } from "@/lib/server/images/content-hash";
import { makeThumbnail } from "@/lib/server/images/preview";

export type SeedPicture = {
  bytes: Uint8Array;
  hash: string;
  thumbhash: string;
  widthPx: number;
  heightPx: number;
};

const SCENES = [
  "a lighthouse at dusk",
  "a red fox in a snowy forest, low poly",
  "a city skyline at night, rain",
  "dunes under two moons",
  "a cabin by a lake, misty dawn",
  "a vase with flowers, oil",
];
const SIZES = [
  { widthPx: 320, heightPx: 320 },
  { widthPx: 360, heightPx: 240 },
  { widthPx: 240, heightPx: 360 },
];

/** A few small pictures that all seeded ones share: what is tried is the number of rows, not of strokes. */
export async function makePictures(): Promise<SeedPicture[]> {
  const pictures: SeedPicture[] = [];
  for (const [variant, prompt] of SCENES.entries()) {
    for (const size of SIZES) {
      const bytes = await paint(
        { prompt, variant, ...size, background: "opaque", detail: "low" },
        "webp",
        70,
      );
      const { thumbhash } = await makeThumbnail(bytes);
      pictures.push({ bytes, hash: contentHash(bytes), thumbhash, ...size });
    }
  }
  return pictures;
}
