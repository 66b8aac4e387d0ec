import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { Share, SharePage } from "@/lib/domain/share/share";
import { findListedShare, type ListedShare, listShares } from "@/lib/server/db/queries/sharing/shares";
import { secretHash } from "@/lib/server/secrets/secret-hash";
import { readStudioSecret } from "@/lib/server/secrets/studio-secret";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";
import { tokenOf } from "./token";

/** A screen or two; the rest is asked for while scrolling. */
const SHARES_A_PAGE = 50;

type Parts = Pick<Services, "env" | "database">;

/**
 * One of the viewer's shares.
 * @param origin where the viewer's browser reaches the studio; the link begins with it where galleries
 * have no host of their own
 * @throws AppError not_found
 */
export async function readOneShare(
  { env, database }: Parts,
  viewer: Viewer,
  id: string,
  origin: string,
): Promise<Share> {
  const found = await findListedShare(database.reads, { viewerId: viewer.id, id });
  if (!found) throw new AppError("not_found");
  return toShare(found, await readStudioSecret(env), env.STUDIO_PUBLIC_URL ?? origin);
}

/** A page of the viewer's shares, newest first. */
export async function readShareList(
  { env, database }: Parts,
  viewer: Viewer,
  params: { sessionId: string | null; before: string | null },
  origin: string,
): Promise<SharePage> {
  const query = { ...params, viewerId: viewer.id, limit: SHARES_A_PAGE + 1 };
  const found = await listShares(database.reads, query);
  const secret = await readStudioSecret(env);
  const shown = found.slice(0, SHARES_A_PAGE);
  return {
    shares: shown.map((listed) => toShare(listed, secret, env.STUDIO_PUBLIC_URL ?? origin)),
    olderCursor: found.length > shown.length ? (shown.at(-1)?.share.id ?? null) : null,
  };
}

function toShare(
  { share, sessionTitle, pickCount, commentCount }: ListedShare,
  secret: string,
  origin: string,
): Share {
  const { id, sessionId, version, title, scope, mode, showPrompts, allowDownload, allowReview, views } =
    share;
  const token = tokenOf(secret, id);
  return {
    id,
    sessionId,
    sessionTitle,
    version,
    title,
    scope,
    mode,
    showPrompts,
    allowDownload,
    allowReview,
    views,
    pickCount,
    commentCount,
    hasPassword: share.passwordHash !== null,
    expiresAt: share.expiresAt?.toISOString() ?? null,
    revokedAt: share.revokedAt?.toISOString() ?? null,
    lastSeenAt: share.lastSeenAt?.toISOString() ?? null,
    createdAt: share.createdAt.toISOString(),
    url: secretHash(token) === share.tokenHash ? `${origin}/g/${token}` : null,
  };
}
