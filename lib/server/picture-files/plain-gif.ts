import "server-only";
import { bufferOf, MalformedPictureError, partsOf } from "@/lib/server/picture-files/carrier";
import { blockEnd, gifHeaderEnd } from "@/lib/server/picture-files/recipe-in-gif";

// GIF89a: the kind of a block, and of an extension the label after it.
const EXTENSION = 0x21;
const PLAIN_TEXT = 0x01;
const GRAPHIC_CONTROL = 0xf9;
const TRAILER = 0x3b;
/** How often to repeat: 3 bytes of data in one sub-block. */
const LOOPS = ["\x21\xff\x0bNETSCAPE2.0\x03", "\x21\xff\x0bANIMEXTS1.0\x03"];
const LOOP_BYTES = 19;

/** A GIF without comments and without applications' extensions but for how often it repeats. */
export function plainGif(bytes: Uint8Array): Uint8Array {
  const file = bufferOf(bytes);
  const headerEnd = gifHeaderEnd(file);
  const blocks = partsOf(walk(file, headerEnd));
  return Buffer.concat([file.subarray(0, headerEnd), ...blocks.filter(isKept), Buffer.from([TRAILER])]);
}

function* walk(file: Buffer, from: number): Generator<Buffer> {
  let at = from;
  while (file[at] !== TRAILER) {
    const end = blockEnd(file, at);
    if (end === null) throw new MalformedPictureError("The GIF's blocks do not lead to its end.");
    yield file.subarray(at, end);
    at = end;
  }
}

function isKept(block: Buffer): boolean {
  if (block[0] !== EXTENSION) return true;
  // Part of what is shown, in words: only drawing it again would keep the one and not the other.
  if (block[1] === PLAIN_TEXT) throw new MalformedPictureError("The GIF holds text to be drawn.");
  const isLoop = block.length === LOOP_BYTES && LOOPS.includes(block.toString("latin1", 0, 15));
  return block[1] === GRAPHIC_CONTROL || isLoop;
}
