import { thumbHashToAverageRGBA } from "thumbhash";

/** The mean colour stands in the first six bytes of a ThumbHash, which are eight characters of Base64. */
const HEAD_CHARS = 8;

/** The mean colour of an opaque picture from its ThumbHash, as CSS; null where it has transparent parts or cannot be read. */
export function averageColour(thumbhash: string): string | null {
  try {
    const { r, g, b, a } = thumbHashToAverageRGBA(
      Uint8Array.from(atob(thumbhash.slice(0, HEAD_CHARS)), (char) => char.charCodeAt(0)),
    );
    return a < 1 ? null : `rgb(${[r, g, b].map((part) => Math.round(part * 255)).join(" ")})`;
  } catch {
    return null;
  }
}
