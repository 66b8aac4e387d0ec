import "server-only";
import { MalformedPictureError } from "@/lib/server/picture-files/carrier";

export type SvgToken =
  /** The XML declaration and the like, whole. */
  | { type: "instruction"; text: string }
  /** As it is written: escaped, or a whole CDATA section. */
  | { type: "text"; text: string }
  | { type: "open"; name: string; attributes: { name: string; value: string }[]; isEmpty: boolean }
  | { type: "close"; name: string };

/** More than any drawing has: a file of a few bytes a token would take memory by the gigabyte. */
const TOKENS_MAX = 2_000_000;
const NAME = /[^\s/>=<"']+/y;
const ATTRIBUTE = /\s+([^\s/>=<"']+)\s*=\s*("[^"<]*"|'[^'<]*')/y;
const TAG_END = /\s*(\/?)>/y;

/**
 * The tokens of an SVG in their order; comments, and a document type without definitions, are left out.
 * @throws MalformedPictureError where the text is no XML, or defines names of its own
 */
export function* svgTokens(text: string): Generator<SvgToken> {
  let at = text.startsWith("\xef\xbb\xbf") ? 3 : 0;
  for (let count = 0; at < text.length; count += 1) {
    if (count === TOKENS_MAX) throw new MalformedPictureError("The SVG has too many parts.");
    const start = at;
    if (text[at] !== "<") {
      const next = text.indexOf("<", at);
      at = next === -1 ? text.length : next;
      yield { type: "text", text: text.slice(start, at) };
    } else if (text.startsWith("<!--", at)) at = after("-->");
    else if (text.startsWith("<![CDATA[", at)) {
      at = after("]]>");
      yield { type: "text", text: text.slice(start, at) };
    } else if (text.startsWith("<?", at)) {
      at = after("?>");
      yield { type: "instruction", text: text.slice(start, at) };
    } else if (text.startsWith("<!", at)) {
      at = after(">");
      if (text.slice(start, at).includes("[")) throw new MalformedPictureError("The SVG defines names.");
    } else if (text.startsWith("</", at)) {
      at += 2;
      const name = take(NAME)[0];
      if (take(TAG_END)[1] !== "") throw new MalformedPictureError("The SVG has a tag that is none.");
      yield { type: "close", name };
    } else {
      at += 1;
      yield openTag();
    }
  }

  function after(closing: string): number {
    const found = text.indexOf(closing, at);
    if (found === -1) throw new MalformedPictureError("The SVG is cut off.");
    return found + closing.length;
  }

  function take(pattern: RegExp): RegExpExecArray {
    const match = tryTake(pattern);
    if (!match) throw new MalformedPictureError("The SVG has a tag that is none.");
    return match;
  }

  function tryTake(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at += match[0].length;
    return match;
  }

  function openTag(): SvgToken {
    const [name] = take(NAME);
    const attributes: { name: string; value: string }[] = [];
    for (let match = tryTake(ATTRIBUTE); match; match = tryTake(ATTRIBUTE)) {
      attributes.push({ name: match[1] ?? "", value: match[2] ?? "" });
    }
    return { type: "open", name, attributes, isEmpty: take(TAG_END)[1] === "/" };
  }
}
