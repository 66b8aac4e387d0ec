import "server-only";
import { bufferOf, MalformedPictureError } from "@/lib/server/picture-files/carrier";
import { sniffContentType } from "@/lib/server/picture-files/sniff-content-type";
import { plainGif } from "./plain-gif";
import { plainJpeg } from "./plain-jpeg";
import { plainPng } from "./plain-png";
import { plainWebp } from "./plain-webp";
import { isKeptAttribute, isKeptElement, TEXT_ELEMENTS } from "./svg-names";
import { type SvgToken, svgTokens } from "./svg-tokens";

const XML_DECLARATION =
  /^<\?xml version=["']1\.\d["'](?: encoding=["'][\w.-]{1,40}["'])?(?: standalone=["'](?:yes|no)["'])?\s*\?>$/;

/** Pictures within the picture, by what they prove to be. */
const PLAIN_WITHIN: Partial<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  "image/png": plainPng,
  "image/jpeg": plainJpeg,
  "image/webp": plainWebp,
  "image/gif": plainGif,
};

/**
 * An SVG without metadata, titles, descriptions, comments, scripts, foreign markup, and text that is
 * not drawn. Read one character a byte, so that whatever encoding it has stays as it is.
 */
export function plainSvg(bytes: Uint8Array): Uint8Array {
  const parts: string[] = [];
  const open: string[] = [];
  let dropped = 0;
  for (const token of svgTokens(bufferOf(bytes).toString("latin1"))) {
    if (token.type === "open" && (dropped > 0 || !isKeptElement(token.name))) {
      if (!token.isEmpty) dropped += 1;
    } else if (token.type === "close" && dropped > 0) dropped -= 1;
    else if (dropped === 0) {
      parts.push(plainToken(token, open.at(-1) ?? ""));
      if (token.type === "open" && !token.isEmpty) open.push(token.name);
      if (token.type === "close" && open.pop() !== token.name) {
        throw new MalformedPictureError("The SVG's elements do not close in order.");
      }
    }
  }
  if (open.length > 0 || dropped > 0) throw new MalformedPictureError("The SVG is cut off.");
  return Buffer.from(parts.join(""), "latin1");
}

function plainToken(token: SvgToken, within: string): string {
  switch (token.type) {
    case "instruction":
      return XML_DECLARATION.test(token.text) ? token.text : "";
    case "text":
      return plainText(token.text, within);
    case "close":
      return `</${token.name}>`;
    case "open": {
      const attributes = token.attributes.filter(({ name }) => isKeptAttribute(name));
      const written = attributes.map(({ name, value }) => ` ${name}=${plainValue(name, value)}`);
      return `<${token.name}${written.join("")}${token.isEmpty ? "/" : ""}>`;
    }
  }
}

function plainText(text: string, within: string): string {
  if (within === "style" || within === "svg:style") return text.replace(/\/\*[\s\S]*?\*\//g, "");
  return TEXT_ELEMENTS.has(within) ? text : text.replace(/\S+/g, "");
}

/** @param value in its quotes */
function plainValue(name: string, value: string): string {
  if (!/(^|:)href$/.test(name) || !/^["']\s*data:/i.test(value)) return value;
  const [, base64] = /^["']\s*data:image\/[\w.+-]{1,40};base64,([\w+/=\s]*)["']$/i.exec(value) ?? [];
  const bytes = Buffer.from(base64 ?? "", "base64");
  const contentType = sniffContentType(bytes);
  const plain = PLAIN_WITHIN[contentType]?.(bytes);
  if (!plain) throw new MalformedPictureError("The SVG holds a file that is not known.");
  return `"data:${contentType};base64,${Buffer.from(plain).toString("base64")}"`;
}
