import "server-only";
import { bufferOf, MalformedPictureError, type RecipeCarrier } from "./carrier";
import { toAsciiXml } from "./xml-text";
import { descriptionProperty, recipeJsonInXmp, recipeProperty, smallProperties, xmpDocument } from "./xmp";

/** What may stand before the root and in a document type, by how it begins, with what ends it. */
const ASIDES = [
  { opening: "<?", closing: "?>" },
  { opening: "<!--", closing: "-->" },
] as const;

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
