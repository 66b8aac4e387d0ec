import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id with the library's defaults, which are OWASP's: 19 MiB, two passes, one lane. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"));
}

/** Whether the password is the one that was hashed. */
export function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password.normalize("NFC"));
}
