import "server-only";
import { RECIPE_CHARS_MAX, type Recipe } from "@/lib/domain/generation/recipe";
import { escapeXml, unescapeXml } from "./xml-text";

/** IPTC NewsCodes: made by a model that was trained on sampled content, or by an algorithm alone, as sketches are. */
const SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/";
/** Names ours and is not an address: nothing is ever fetched from it. */
const RECIPE_NAMESPACE = "urn:safelight:recipe:1";

const NAMESPACES: Record<string, string> = {
  dc: "http://purl.org/dc/elements/1.1/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  xmpNote: "http://ns.adobe.com/xmp/note/",
  Iptc4xmpExt: "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
  safelight: RECIPE_NAMESPACE,
};

/** One property, "prefix:Name", and its XML. */
export type XmpProperty = { name: string; xml: string };

function property(name: string, xml: string): XmpProperty {
  return { name, xml: `<${name}>${xml}</${name}>` };
}

/** A property whose value is plain text. */
export function textProperty(name: string, text: string): XmpProperty {
  return property(name, escapeXml(text));
}

/** What every packet says: who made the file, with what, and when. A hundred bytes each. */
export function smallProperties({ createdAt, modelId, isSketch }: Recipe): XmpProperty[] {
  const sourceType = isSketch ? "algorithmicMedia" : "trainedAlgorithmicMedia";
  return [
    textProperty("xmp:CreatorTool", "Safelight"),
    textProperty("xmp:CreateDate", createdAt),
    textProperty("Iptc4xmpExt:DigitalSourceType", `${SOURCE_TYPES}${sourceType}`),
    // The model was asked for and drew nothing of a sketch.
    ...(isSketch ? [] : [textProperty("Iptc4xmpExt:AISystemUsed", modelId)]),
  ];
}

/** The prompt, where every program shows a picture's description. */
export function descriptionProperty({ prompt }: Recipe): XmpProperty {
  const item = `<rdf:li xml:lang="x-default">${escapeXml(prompt)}</rdf:li>`;
  return property("dc:description", `<rdf:Alt>${item}</rdf:Alt>`);
}

/** The recipe as JSON in our own namespace. */
export function recipeProperty(recipe: Recipe): XmpProperty {
  // JSON escapes everything else that XML has no place for.
  const json = JSON.stringify(recipe).replace(
    /[\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );
  return textProperty("safelight:recipe", json);
}

/** Properties as an XMP document, without the packet's wrapper. */
export function xmpDocument(properties: readonly XmpProperty[]): string {
  const prefixes = new Set(properties.map(({ name }) => name.split(":")[0] ?? ""));
  const namespaces = [...prefixes].map((prefix) => ` xmlns:${prefix}="${NAMESPACES[prefix]}"`).join("");
  return [
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about=""${namespaces}>`,
    ...properties.map(({ xml }) => xml),
    "</rdf:Description></rdf:RDF></x:xmpmeta>",
  ].join("\n");
}

/** A document as a packet that other programs find by its wrapper; read-only, so it needs no padding. */
export function xmpPacket(properties: readonly XmpProperty[]): string {
  const begin = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>';
  return `${begin}\n${xmpDocument(properties)}\n<?xpacket end="r"?>`;
}

/** Everything that a recipe says, as one packet. */
export function recipePacket(recipe: Recipe): Uint8Array {
  return Buffer.from(
    xmpPacket([...smallProperties(recipe), descriptionProperty(recipe), recipeProperty(recipe)]),
  );
}

/** Ours as we write it, and as a program that has saved the packet again may write it. */
const FORMS = [
  { opening: "<safelight:recipe>", closing: "<" },
  { opening: 'safelight:recipe="', closing: '"' },
  { opening: "safelight:recipe='", closing: "'" },
];
/** A character of the recipe may take a few of XML. */
const XML_PER_CHAR_MAX = 6;

/**
 * The JSON of the recipe in an XMP document or anything that contains one, or null. Looked up as
 * text: no parser, so no entities, no nesting, and a time that grows with the length alone.
 */
export function recipeJsonInXmp(xmp: Uint8Array): string | null {
  const bytes = Buffer.from(xmp.buffer, xmp.byteOffset, xmp.byteLength);
  for (const { opening, closing } of FORMS) {
    const at = bytes.indexOf(opening);
    if (at === -1) continue;
    const start = at + opening.length;
    const end = bytes.indexOf(closing, start);
    if (end === -1 || end - start > RECIPE_CHARS_MAX * XML_PER_CHAR_MAX) continue;
    return unescapeXml(bytes.toString("utf8", start, end));
  }
  return null;
}
