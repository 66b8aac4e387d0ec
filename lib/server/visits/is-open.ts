import "server-only";
import type { ShareRow } from "@/lib/server/schema/share-tables";

/** Whether a share still shows its gallery: neither revoked nor expired. */
export function isOpen(
  { revokedAt, expiresAt }: Pick<ShareRow, "revokedAt" | "expiresAt">,
  now: Date,
): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt > now);
}
