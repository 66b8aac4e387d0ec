import "server-only";
import { bufferOf, MalformedPictureError, partsOf, type RecipeCarrier } from "./carrier";
import { recipeJsonInXmp, recipePacket } from "./xmp";

// GIF89a, and XMP specification part 3, 1.1.2: the packet stands in an application extension as it is.
const HEADER_BYTES = 13;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const APPLICATION = "\x21\xff\x0bXMP DataXMP";
/** Read as lengths of sub-blocks, wherever a reader lands in it, these lead to the final zero: 1, 255 down to 0, 0. */
const MAGIC_TRAILER = Buffer.from([1, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0]);

/** What an extension is, by the byte after its own. */
const PLAIN_TEXT = 0x01;
const GRAPHIC_CONTROL = 0xf9;
const TRAILER = 0x3b;
/** How often to repeat: 3 bytes of data in one sub-block. */
const LOOPS = ["\x21\xff\x0bNETSCAPE2.0\x03", "\x21\xff\x0bANIMEXTS1.0\x03"];
const LOOP_BYTES = 19;

type Block = { whole: Buffer; end: number };

/** XMP in an application extension before the first block. */
export const gifRecipe: RecipeCarrier = {
  embed(bytes, recipe) {
    const { header, blocks, restAt } = blocksOf(bytes);
    return Buffer.concat([
      // Extensions came with 89a; the picture data of the two is the same.
      Buffer.from("GIF89a", "latin1"),
      header.subarray(6),
      Buffer.from(APPLICATION, "latin1"),
      recipePacket(recipe),
      MAGIC_TRAILER,
      ...blocks.filter((block) => !isXmp(block)).map(({ whole }) => whole),
      bytes.subarray(restAt),
    ]);
  },
  readJson(bytes) {
    const xmp = blocksOf(bytes).blocks.find(isXmp);
    return xmp ? recipeJsonInXmp(xmp.whole.subarray(APPLICATION.length)) : null;
  },
};

function isXmp({ whole }: Block): boolean {
  return whole.toString("latin1", 0, APPLICATION.length) === APPLICATION;
}

/** A GIF without comments and without applications' extensions but for how often it repeats. */
export function plainGif(bytes: Uint8Array): Uint8Array {
  const { header, blocks, restAt } = blocksOf(bytes);
  if (bytes[restAt] !== TRAILER) throw new MalformedPictureError("The GIF's blocks do not lead to its end.");
  const kept = blocks.map(({ whole }) => whole).filter(isKept);
  return Buffer.concat([header, ...kept, Buffer.from([TRAILER])]);
}

function isKept(block: Buffer): boolean {
  if (block[0] !== EXTENSION) return true;
  // Part of what is shown, in words: only drawing it again would keep the one and not the other.
  if (block[1] === PLAIN_TEXT) throw new MalformedPictureError("The GIF holds text to be drawn.");
  const isLoop = block.length === LOOP_BYTES && LOOPS.includes(block.toString("latin1", 0, 15));
  return block[1] === GRAPHIC_CONTROL || isLoop;
}

/** Header with the colour table, whole blocks, and where the trailer is. */
function blocksOf(bytes: Uint8Array): { header: Buffer; blocks: Block[]; restAt: number } {
  const file = bufferOf(bytes);
  const headerEnd = gifHeaderEnd(file);
  const blocks = partsOf(walkBlocks(file, headerEnd));
  return { header: file.subarray(0, headerEnd), blocks, restAt: blocks.at(-1)?.end ?? headerEnd };
}

/** Where the first block is: after the header and its colour table. */
function gifHeaderEnd(file: Buffer): number {
  if (file.length < HEADER_BYTES) throw new MalformedPictureError("The GIF has no header.");
  return HEADER_BYTES + colourTableBytes(file.readUInt8(10));
}

function* walkBlocks(file: Buffer, from: number): Generator<Block> {
  let at = from;
  for (let end = blockEnd(file, at); end !== null; end = blockEnd(file, at)) {
    yield { whole: file.subarray(at, end), end };
    at = end;
  }
}

/** A flag and a 3-bit exponent: 3 bytes a colour. */
function colourTableBytes(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

/** Where the block that begins here ends; null at the trailer, and at anything that is no block. */
function blockEnd(file: Buffer, at: number): number | null {
  const kind = file[at];
  let next: number;
  if (kind === EXTENSION) next = at + 2;
  // Ten bytes of description, a colour table of its own, a byte for the code size.
  else if (kind === IMAGE) next = at + 11 + colourTableBytes(file[at + 9] ?? 0);
  else return null;
  for (let length = file[next]; length !== undefined; length = file[next]) {
    next += 1 + length;
    if (length === 0) return next;
  }
  return null;
}
