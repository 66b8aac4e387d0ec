import "server-only";
import { randomUUID } from "node:crypto";
import { type Base64Pieces, openBase64Pieces } from "./base64-pieces";
import { endOfString, readableLength, unescaped } from "./json-strings";

/** Texts of an answer are shorter; what is longer and could be base64 is a picture. */
const PICTURE_CHARS_MIN = 8_192;
/** As JSON may write it: any character can be escaped. */
const BASE64_IN_JSON = /^[\w+/=\\-]*$/;

/**
 * Takes the pictures out of JSON while it comes: each is decoded as its base64 arrives, and a name stands in its place.
 * So no picture is there as text, let alone twice, and none holds up the process when it is read in one go.
 */
export type PictureSieve = {
  /** A piece of JSON, or of lines with JSON in them; the answer is the same without its pictures. */
  feed(text: string): string;
  /** The bytes of a `b64_json`, be it a name or a text that was too short to be taken out. To be asked once. */
  take(b64: string): Uint8Array;
  /** Bytes of pictures that are here and were not taken. */
  heldBytes(): number;
};

/** Where in the JSON a piece begins. `maybe`: in a string that may turn out to be a picture; all of it waits till then. */
type Place =
  | { type: "outside" }
  | { type: "maybe" }
  | { type: "words" }
  | { type: "picture"; pieces: Base64Pieces };

export function openPictureSieve(): PictureSieve {
  const prefix = `picture-${randomUUID()}-`;
  const pictures = new Map<string, Uint8Array>();
  let place: Place = { type: "outside" };
  let waiting = "";
  let heldBytes = 0;
  let count = 0;

  /** Reads as far as the place goes on: what is told of it, and what is left to read. */
  function step(text: string): { out: string; rest: string } {
    switch (place.type) {
      case "outside": {
        const begin = text.indexOf('"') + 1;
        if (begin === 0) return { out: text, rest: "" };
        place = { type: "maybe" };
        return { out: text.slice(0, begin), rest: text.slice(begin) };
      }
      case "maybe": {
        const end = endOfString(text.slice(0, PICTURE_CHARS_MIN));
        if (end !== -1) return leave(text, end);
        if (!BASE64_IN_JSON.test(text.slice(0, PICTURE_CHARS_MIN))) place = { type: "words" };
        else if (text.length < PICTURE_CHARS_MIN) return wait(text, 0);
        else place = { type: "picture", pieces: openBase64Pieces() };
        return { out: "", rest: text };
      }
      case "words": {
        const end = endOfString(text);
        return end === -1 ? wait(text, readableLength(text)) : leave(text, end);
      }
      case "picture": {
        const end = endOfString(text);
        const length = end === -1 ? readableLength(text) : end;
        heldBytes += place.pieces.add(unescaped(text.slice(0, length)));
        if (end === -1) return { ...wait(text, length), out: "" };
        const name = finish(place.pieces);
        return { ...leave(text, end), out: name + text.charAt(end) };
      }
    }
  }

  function leave(text: string, end: number) {
    place = { type: "outside" };
    return { out: text.slice(0, end + 1), rest: text.slice(end + 1) };
  }

  function wait(text: string, length: number) {
    waiting = text.slice(length);
    return { out: text.slice(0, length), rest: "" };
  }

  function finish(pieces: Base64Pieces): string {
    const bytes = pieces.end();
    const name = `${prefix}${count}`;
    count += 1;
    pictures.set(name, bytes);
    heldBytes = pictures.values().reduce((sum, { byteLength }) => sum + byteLength, 0);
    return name;
  }

  return {
    feed(piece) {
      let out = "";
      let rest = waiting + piece;
      waiting = "";
      while (rest !== "") {
        const read = step(rest);
        out += read.out;
        rest = read.rest;
      }
      return out;
    },
    take(b64) {
      const bytes = pictures.get(b64);
      if (!bytes) return Buffer.from(b64, "base64");
      pictures.delete(b64);
      heldBytes -= bytes.byteLength;
      return bytes;
    },
    heldBytes: () => heldBytes,
  };
}
