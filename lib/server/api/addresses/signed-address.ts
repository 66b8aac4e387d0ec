import "server-only";
import { timingSafeEqual } from "node:crypto";
import { isId } from "@/lib/domain/text/id";
import { keyedHash } from "@/lib/server/secrets/keyed-hash";

/** How long the address of a picture lives (Images API, `response_format`). */
export const ADDRESS_LIFE_MS = 60 * 60_000;
/** Half of a SHA-256: 128 bits cannot be guessed. */
const SIGNATURE_CHARS = 32;
const PURPOSE = "api-picture";

/** A picture that a token may see, and until when its address leads to it. */
export type Addressed = { tokenId: string; imageId: string; expiresAt: Date };

/** The last part of the address: what it leads to, signed with the studio's secret. */
export function signAddress(secret: string, { tokenId, imageId, expiresAt }: Addressed): string {
  const text = `${tokenId}.${imageId}.${Math.floor(expiresAt.getTime() / 1000)}`;
  return `${text}.${signatureOf(secret, text)}`;
}

/** What an address leads to, and until when; null for one that this studio did not sign. */
export function readAddress(secret: string, name: string): Addressed | null {
  const [tokenId = "", imageId = "", expiresS = "", signature = "", ...more] = name.split(".");
  const isFormed = isId(tokenId) && isId(imageId) && /^\d{1,12}$/.test(expiresS) && more.length === 0;
  if (!isFormed || !isSame(signature, signatureOf(secret, `${tokenId}.${imageId}.${expiresS}`))) return null;
  return { tokenId, imageId, expiresAt: new Date(Number(expiresS) * 1000) };
}

function signatureOf(secret: string, text: string): string {
  return keyedHash(secret, PURPOSE, text).slice(0, SIGNATURE_CHARS);
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
