import "server-only";
import { createHmac } from "node:crypto";

/**
 * A hash that only this studio can make, in 64 hexadecimal digits.
 * @param purpose what is made for one purpose is worth nothing for another
 */
export function keyedHash(secret: string, purpose: string, text: string): string {
  return createHmac("sha256", secret).update(`${purpose}:${text}`).digest("hex");
}
