import "server-only";
import { bufferOf, MalformedPictureError, type RecipeCarrier } from "./carrier";
import { plainGif } from "./gif";
import { plainJpeg } from "./jpeg";
import { plainPng } from "./png";
import { sniffContentType } from "./sniff-content-type";
import { isKeptAttribute, isKeptElement, TEXT_ELEMENTS } from "./svg-names";
import { type SvgToken, svgTokens } from "./svg-tokens";
import { plainWebp } from "./webp";
import { toAsciiXml } from "./xml-text";
import { descriptionProperty, recipeJsonInXmp, recipeProperty, smallProperties, xmpDocument } from "./xmp";

/** What may stand before the root and in a document type, by how it begins, with what ends it. */
const ASIDES = [
  { opening: "<?", closing: "?>" },
  { opening: "<!--", closing: "-->" },
] as const;

const XML_DECLARATION =
  /^<\?xml version=["']1\.\d["'](?: encoding=["'][\w.-]{1,40}["'])?(?: standalone=["'](?:yes|no)["'])?\s*\?>$/;

/** Pictures within the picture, by what they prove to be. */
const PLAIN_WITHIN: Partial<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  "image/png": plainPng,
  "image/jpeg": plainJpeg,
  "image/webp": plainWebp,
  "image/gif": plainGif,
};

/** XMP in a `<metadata>` element, the first thing in the root. ASCII alone, so that it fits any encoding. */
export const svgRecipe: RecipeCarrier = {
  embed(bytes, recipe) {
    const file = bufferOf(bytes);
    // One character a byte, so that places in the text are places in the file.
    const { end, isEmpty } = rootTag(file.toString("latin1"));
    const properties = [...smallProperties(recipe), descriptionProperty(recipe), recipeProperty(recipe)];
    const metadata = toAsciiXml(`<metadata>${xmpDocument(properties)}</metadata>`);
    return isEmpty
      ? Buffer.concat([file.subarray(0, end - 2), Buffer.from(`>${metadata}</svg>`), file.subarray(end)])
      : Buffer.concat([file.subarray(0, end), Buffer.from(metadata), file.subarray(end)]);
  },
  readJson: recipeJsonInXmp,
};

/** Where the root's opening tag ends, and whether it is its own closing tag. */
function rootTag(text: string): { end: number; isEmpty: boolean } {
  let at = text.startsWith("\xef\xbb\xbf") ? 3 : 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const aside = ASIDES.find(({ opening }) => text.startsWith(opening, at));
    if (aside) at = after(text, aside.closing, at);
    else if (/^<!doctype/i.test(text.slice(at, at + 9))) at = markupEnd(text, at);
    else if (/^<svg[\s/>]/i.test(text.slice(at, at + 5))) break;
    else throw new MalformedPictureError("The SVG does not begin with its root.");
  }
  const end = markupEnd(text, at);
  return { end, isEmpty: text.charAt(end - 2) === "/" };
}

/** Past the `>` that ends a piece of markup: not one in quotes, nor in the brackets of a document type. */
function markupEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    const aside = character === "<" && ASIDES.find(({ opening }) => text.startsWith(opening, at));
    if (aside) at = after(text, aside.closing, at) - 1;
    else if (character === '"' || character === "'") at = after(text, character, at + 1) - 1;
    else if (character === "[") depth += 1;
    else if (character === "]") depth -= 1;
    else if (character === ">" && depth <= 0) return at + 1;
  }
  throw new MalformedPictureError("The SVG ends within its prolog.");
}

function after(text: string, closing: string, from: number): number {
  const at = text.indexOf(closing, from);
  if (at === -1) throw new MalformedPictureError("The SVG ends within its prolog.");
  return at + closing.length;
}

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
