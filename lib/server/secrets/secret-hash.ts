import "server-only";
import { createHash } from "node:crypto";

/** What is kept of a token or a visitor's cookie. They are random and long: a fast hash is enough. */
export function secretHash(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
