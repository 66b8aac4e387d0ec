import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Mark } from "@/lib/domain/share/review";
import { notifyChange } from "@/lib/server/db/notify";
import type { Db } from "@/lib/server/ports/database";
import type { ShareRow } from "@/lib/server/schema/share-tables";
import { shareMarks } from "@/lib/server/schema/share-tables";
import { isStillShown } from "./shared-pictures";

/** What a visitor thinks of the pictures that the share shows, by picture. */
export async function listMarks(
  db: Db,
  params: { share: ShareRow; visitorId: string },
): Promise<Record<string, Mark>> {
  const rows = await db
    .select({ imageId: shareMarks.imageId, mark: shareMarks.mark })
    .from(shareMarks)
    .where(
      and(
        eq(shareMarks.shareId, params.share.id),
        eq(shareMarks.visitorId, params.visitorId),
        isNotNull(shareMarks.mark),
        isStillShown(params.share, sql`${shareMarks.imageId}`),
      ),
    );
  return Object.fromEntries(rows.flatMap(({ imageId, mark }) => (mark ? [[imageId, mark]] : [])));
}

/** Writes what a visitor thinks of a picture, over what he thought before. */
export async function upsertMark(
  db: Db,
  params: { share: ShareRow; visitorId: string; imageId: string; mark: Mark | null },
): Promise<void> {
  const { share, visitorId, imageId, mark } = params;
  const [row] = await db
    .insert(shareMarks)
    .values({ id: uuidv7(), shareId: share.id, visitorId, imageId, mark, createdAt: new Date() })
    .onConflictDoUpdate({
      target: [shareMarks.visitorId, shareMarks.imageId],
      set: { mark, version: sql`${shareMarks.version} + 1` },
    })
    .returning({ id: shareMarks.id });
  if (row) await notifyChange(db, { kind: "mark", id: row.id, sessionId: share.sessionId });
}
