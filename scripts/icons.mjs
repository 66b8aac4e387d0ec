/** Makes the pictures in public/ from icon.svg, in the sizes that systems ask for: npm run icons */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { requireProjectNode } from "./lib/require-node.mjs";
import { root } from "./lib/root.mjs";

requireProjectNode();
const folder = join(root, "public");
const icon = await readFile(join(folder, "icon.svg"), "utf8");
/** To the edges, for systems that cut the corners off themselves. The mark keeps within 40 % around the middle. */
const square = icon.replace(/ rx="\d+"/, "");

/**
 * @param {string} svg
 * @param {number} edgePx
 */
const draw = (svg, edgePx) =>
  sharp(Buffer.from(svg), { density: (72 * edgePx) / 512 })
    .resize(edgePx, edgePx)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();

const files = {
  "icon-192.png": await draw(icon, 192),
  "icon-512.png": await draw(icon, 512),
  "icon-maskable-512.png": await draw(square, 512),
  "apple-touch-icon.png": await draw(square, 180),
  "favicon.ico": ico([
    { edgePx: 16, png: await draw(icon, 16) },
    { edgePx: 32, png: await draw(icon, 32) },
  ]),
};
for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);

/**
 * An ICO of PNGs: a directory of 16 bytes an entry, then the pictures.
 * @param {{ edgePx: number, png: Buffer }[]} pictures
 */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { edgePx, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    head.writeUInt8(edgePx, at);
    head.writeUInt8(edgePx, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}
