import "server-only";
import type { Image } from "@/lib/domain/generation/image";
import { isListed } from "@/lib/domain/share/share";
import type { ShareRow } from "@/lib/server/schema/share-tables";

/**
 * Whether a share shows a picture, from its row in memory; `shownBy` of the queries says the same in SQL.
 * @param chosen the ids of the share's own list, where it has one
 */
export function isShown(
  share: Pick<ShareRow, "sessionId" | "scope" | "mode">,
  chosen: ReadonlySet<string>,
  image: Image,
): boolean {
  const isFinished = image.state === "completed";
  const isUnderWay = image.state === "waiting" || image.state === "developing";
  const canBeSeen = isFinished || (isUnderWay && share.mode === "live");
  if (!canBeSeen || image.deletedAt !== null || image.sessionId !== share.sessionId) return false;
  if (isListed(share)) return chosen.has(image.id);
  return share.scope === "favourites" ? image.favourite : !image.rejected;
}
