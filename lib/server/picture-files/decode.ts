import "server-only";
import sharp, { type Sharp } from "sharp";
import { attemptOf } from "./decode-attempts";
import { takeTurn } from "./decode-turns";

/** A gigapixel in a small file would take the machine down; the largest model gives 8.3 megapixels. */
const PIXELS_MAX = 64_000_000;
/** The largest picture takes two seconds on a small machine. The library stops its work by itself, the process goes on anyway. */
const WORK_S = 20;
const DEADLINE_MS = 30_000;

/**
 * Decodes a picture of whoever made it, however often `work` opens it. Few are decoded at once, none for long, and one
 * over which the process died several times is not tried again: a start decodes what an earlier one left.
 * @throws Error when the bytes are not a picture, or not one that can be decoded here
 */
export async function decode<T>(bytes: Uint8Array, work: (open: () => Sharp) => Promise<T>): Promise<T> {
  using _turn = await takeTurn();
  const attempt = attemptOf(bytes);
  const open = () =>
    sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: "error" }).timeout({ seconds: WORK_S });
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("The picture takes too long to decode.")), DEADLINE_MS);
  try {
    return await Promise.race([work(open), late]);
  } finally {
    clearTimeout(timer);
    attempt.end();
  }
}
