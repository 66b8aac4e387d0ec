import "server-only";

const BASE64 = /^[\w+/=-]*$/;
const NOT_BASE64 = /[^\w+/=-]/g;
/** Four characters are three bytes. */
const GROUP_CHARS = 4;

/** Bytes whose base64 comes piece by piece, each decoded as it comes. What is not base64 between them is passed over. */
export type Base64Pieces = {
  /** @returns how many bytes it added */
  add(piece: string): number;
  /** All bytes. To be called once. */
  end(): Uint8Array;
};

export function openBase64Pieces(): Base64Pieces {
  const pieces: Buffer[] = [];
  let carried = "";

  function decode(text: string): number {
    const bytes = Buffer.from(text, "base64");
    if (bytes.byteLength > 0) pieces.push(bytes);
    return bytes.byteLength;
  }

  return {
    add(piece) {
      const text = carried + (BASE64.test(piece) ? piece : piece.replace(NOT_BASE64, ""));
      const whole = text.length - (text.length % GROUP_CHARS);
      carried = text.slice(whole);
      return decode(text.slice(0, whole));
    },
    end() {
      decode(carried);
      const [first] = pieces;
      return pieces.length === 1 && first ? first : Buffer.concat(pieces);
    },
  };
}
