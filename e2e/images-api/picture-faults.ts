import sharp from "sharp";
import { type AnswerPicture, withPictures } from "./answer-body";
import type { Exchange, Fault } from "./fault";

/** Nine million bytes are twelve million characters of base64. */
const paddingBytes = 9_000_000;
const otherSize = { widthPx: 640, heightPx: 384 };
const otherSizeFacts = { size: `${otherSize.widthPx}x${otherSize.heightPx}` };

/** Faults in the finished picture itself; everything around it stays honest. */
export const PICTURE_FAULTS = {
  "huge-event": changed((picture) => ({
    ...picture,
    // Decoders stop where the picture ends, so what follows only weighs.
    b64_json: toBase64(Buffer.concat([fromBase64(picture), Buffer.alloc(paddingBytes)])),
  })),
  "url-answer": changed(({ b64_json, ...rest }, { keepFile }) => ({
    ...rest,
    url: keepFile(Buffer.from(b64_json, "base64"), "image/png"),
  })),
  "url-gone": changed(({ b64_json, ...rest }, { request }) => ({
    ...rest,
    url: new URL("/v1/files/gone", request.url).href,
  })),
  "not-an-image": changed((picture) => ({
    ...picture,
    b64_json: toBase64(Buffer.from("This is a text and no picture.")),
  })),
  "wrong-size": changed(async (picture) => {
    const resized = sharp(fromBase64(picture)).resize(otherSize.widthPx, otherSize.heightPx, {
      fit: "cover",
    });
    return { ...picture, b64_json: toBase64(await resized.toBuffer()) };
  }, otherSizeFacts),
} satisfies Record<string, Fault>;

function changed(
  change: (picture: AnswerPicture, exchange: Exchange) => Promise<object> | object,
  facts: object = {},
): Fault {
  return async (exchange) =>
    withPictures(await exchange.answer(), (picture) => change(picture, exchange), facts);
}

function fromBase64({ b64_json }: AnswerPicture): Buffer {
  return Buffer.from(b64_json, "base64");
}

function toBase64(bytes: Buffer): string {
  return bytes.toString("base64");
}
