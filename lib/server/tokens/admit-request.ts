import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { toMicroUsd } from "@/lib/domain/money/micro-usd";
import { lockToken } from "@/lib/server/db/queries/api-tokens";
import { countOpenPictures, listTokenSpending } from "@/lib/server/db/queries/money/token-spending";
import type { Db } from "@/lib/server/ports/database";
import { tokenSession } from "./token-session";

/** Pictures of one token that may be waited for at once. More is a program that has lost count. */
const OPEN_PICTURES_MAX = 200;
/** When to come again: within what SDKs wait for by themselves (60 s). */
const COME_AGAIN_MS = 5_000;

type Asked = { tokenId: string; imageCount: number; estimateUsd: number | null };

/**
 * Lets a token's request in and says which session its pictures go to; part of the transaction that journals it. What
 * is waited for counts at its estimate, and two requests of one token are reckoned one after the other.
 * @throws AppError forbidden once the token is revoked; too_many_tries; limit_reached
 */
export async function admitRequest(db: Db, { tokenId, imageCount, estimateUsd }: Asked): Promise<string> {
  const token = await lockToken(db, { id: tokenId });
  if (!token) throw new AppError("forbidden", { message: "The token was revoked." });
  if ((await countOpenPictures(db, { tokenId })) + imageCount > OPEN_PICTURES_MAX) {
    const message = `At most ${OPEN_PICTURES_MAX} pictures of a token are made at once.`;
    throw new AppError("too_many_tries", { message, retryAfterMs: COME_AGAIN_MS });
  }
  const { monthlyLimitUsd } = token;
  if (monthlyLimitUsd !== null) {
    const spent = await listTokenSpending(db, { tokenIds: [tokenId] });
    refuseOver(monthlyLimitUsd, spent.get(tokenId) ?? 0, estimateUsd);
  }
  return tokenSession(db, token);
}

function refuseOver(limitUsd: number, spentUsd: number, estimateUsd: number | null): void {
  const left = `${dollars(Math.max(0, limitUsd - spentUsd))} is left of this token's limit of ${dollars(limitUsd)} a month`;
  if (estimateUsd === null) {
    throw new AppError("limit_reached", { message: `There is no estimate for these options, and ${left}.` });
  }
  if (toMicroUsd(spentUsd + estimateUsd) <= toMicroUsd(limitUsd)) return;
  throw new AppError("limit_reached", {
    message: `This would cost about ${dollars(estimateUsd)}, and ${left}.`,
  });
}

function dollars(usd: number): string {
  return usd.toLocaleString("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 4 });
}
