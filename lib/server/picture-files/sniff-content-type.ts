import "server-only";

export type SniffedContentType =
  | "image/png"
  | "image/jpeg"
  | "image/webp"
  | "image/gif"
  | "image/avif"
  | "image/svg+xml"
  | "application/octet-stream";

/** How many bytes from the beginning decide; more are not looked at. Comments before `<svg` may take most of it. */
export const SNIFFED_BYTES_MAX = 1024;

/** Offsets and SIGNATURES from the formats' own specifications; the first row that matches wins. */
const SIGNATURES: readonly { contentType: SniffedContentType; matches: (head: string) => boolean }[] = [
  { contentType: "image/png", matches: (head) => head.startsWith("\x89PNG\r\n\x1a\n") },
  { contentType: "image/jpeg", matches: (head) => head.startsWith("\xff\xd8\xff") },
  { contentType: "image/gif", matches: (head) => /^GIF8[79]a/.test(head) },
  { contentType: "image/webp", matches: (head) => head.startsWith("RIFF") && head.slice(8, 12) === "WEBP" },
  { contentType: "image/avif", matches: isAvif },
  { contentType: "image/svg+xml", matches: isSvg },
];

/** What a file is by its first bytes; `application/octet-stream` when that is not a picture known here. */
export function sniffContentType(bytes: Uint8Array): SniffedContentType {
  // One character a byte, so that offsets in the text are offsets in the file.
  const head = String.fromCharCode(...bytes.subarray(0, SNIFFED_BYTES_MAX));
  return SIGNATURES.find(({ matches }) => matches(head))?.contentType ?? "application/octet-stream";
}

/** An ISO media file whose first box names avif (a still) or avis (a sequence) among its brands. */
function isAvif(head: string): boolean {
  if (head.slice(4, 8) !== "ftyp") return false;
  const boxEnd = head.charCodeAt(2) * 256 + head.charCodeAt(3);
  const brands: string[] = head.slice(8, boxEnd).match(/.{4}/gs) ?? [];
  return brands.includes("avif") || brands.includes("avis");
}

const BYTE_ORDER_MARK = "\xef\xbb\xbf";
const BEFORE_ROOT = /^(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s[^>[]*(?:\[[^\]]*\])?[^>]*>)*/is;

/** The first element is `<svg`; what XML allows before it is skipped. */
function isSvg(head: string): boolean {
  const text = head.startsWith(BYTE_ORDER_MARK) ? head.slice(BYTE_ORDER_MARK.length) : head;
  return /^<svg[\s/>]/i.test(text.replace(BEFORE_ROOT, ""));
}
