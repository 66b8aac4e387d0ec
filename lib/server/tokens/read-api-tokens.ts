import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { ApiToken } from "@/lib/domain/tokens/api-token";
import { type ListedApiToken, listTokens } from "@/lib/server/db/queries/api-tokens";
import { listTokenSpending } from "@/lib/server/db/queries/money/token-spending";
import type { Db } from "@/lib/server/ports/database";
import type { Viewer } from "@/lib/server/viewer";

/** All tokens of the viewer's, newest first, with what each spent this month. */
export async function readApiTokens(db: Db, viewer: Viewer): Promise<ApiToken[]> {
  const found = await listTokens(db, { viewerId: viewer.id });
  const tokenIds = found.map(({ token }) => token.id);
  const spent = await listTokenSpending(db, { tokenIds });
  return found.map((listed) => toApiToken(listed, spent.get(listed.token.id) ?? 0));
}

/** @throws AppError not_found when it is not the viewer's */
export async function readApiToken(db: Db, viewer: Viewer, id: string): Promise<ApiToken> {
  const token = (await readApiTokens(db, viewer)).find((candidate) => candidate.id === id);
  if (!token) throw new AppError("not_found");
  return token;
}

function toApiToken({ token, sessionTitle }: ListedApiToken, monthUsd: number): ApiToken {
  const { id, name, prefix, sessionId, monthlyLimitUsd, createdAt, lastUsedAt, revokedAt } = token;
  return {
    ...{ id, name, prefix, sessionId, sessionTitle, monthlyLimitUsd, monthUsd },
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
