import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { findOpenShare } from "@/lib/server/db/queries/sharing/shares";
import { findVisitor, type VisitorRow } from "@/lib/server/db/queries/sharing/visitors";
import type { ShareRow } from "@/lib/server/schema/share-tables";
import { secretHash } from "@/lib/server/secrets/secret-hash";
import type { Services } from "@/lib/server/services";
import { isToken } from "@/lib/server/shares/token";

/** Who comes with a token, and what it opens. The counterpart of a viewer: every query of a visitor is scoped by it. */
export type Visit = {
  share: ShareRow;
  /** The token it came with, for the addresses in what is shown. */
  token: string;
  /** Null for a browser that has neither given a name nor a password. */
  visitor: VisitorRow | null;
};

/**
 * The share that a token opens. Unknown, revoked and expired are one and the same.
 * @param cookie the visitor's cookie, where the browser sent one
 * @throws AppError not_found
 */
export async function openShare(
  { database }: Pick<Services, "database">,
  token: string,
  cookie: string | null,
): Promise<Visit> {
  const share = isToken(token) ? await findOpenShare(database.reads, { tokenHash: secretHash(token) }) : null;
  if (!share) throw new AppError("not_found");
  const visitor = cookie
    ? await findVisitor(database.reads, { shareId: share.id, cookieHash: secretHash(cookie) })
    : null;
  return { share, token, visitor };
}

/** Whether the visitor may see the pictures: always where there is no password, else after the right one. */
export function isUnlocked({ share, visitor }: Visit): boolean {
  return share.passwordHash === null || visitor?.unlockedHash === share.passwordHash;
}
