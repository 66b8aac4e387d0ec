import "server-only";
import { and, asc, count, desc, eq, gt, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { ImageState } from "@/lib/domain/generation/image";
import { isListed } from "@/lib/domain/share/share";
import type { Db } from "@/lib/server/ports/database";
import type { ShareRow } from "@/lib/server/schema/share-tables";
import { shareImages } from "@/lib/server/schema/share-tables";
import { generations, images } from "@/lib/server/schema/studio-tables";

/** A place in a shared gallery: groups newest first, ascending within a group. */
export type SharedPlace = { groupId: string; index: number };

const FINISHED: ImageState[] = ["completed"];
const FINISHED_OR_UNDER_WAY: ImageState[] = ["waiting", "developing", "completed"];

/** Only what visitors see of a picture, or what its addresses are made from. */
const columns = {
  id: images.id,
  version: images.version,
  groupId: images.generationId,
  index: images.index,
  widthPx: images.widthPx,
  heightPx: images.heightPx,
  state: images.state,
  partialHash: images.partialHash,
  thumbnailHash: images.thumbnailHash,
  originalHash: images.originalHash,
  thumbhash: images.thumbhash,
};

/**
 * The pictures that a share covers: every query of a visitor has this in its `where`. `isShown` in
 * lib/server/visits says the same of a row in memory.
 */
function shownBy(share: ShareRow): SQL | undefined {
  return and(
    eq(images.sessionId, share.sessionId),
    eq(images.viewerId, share.viewerId),
    isNull(images.deletedAt),
    inArray(images.state, share.mode === "frozen" ? FINISHED : FINISHED_OR_UNDER_WAY),
    chosenBy(share),
  );
}

function chosenBy(share: ShareRow): SQL {
  if (isListed(share)) {
    return sql`exists (select 1 from ${shareImages} where ${shareImages.shareId} = ${share.id} and ${shareImages.imageId} = ${images.id})`;
  }
  return share.scope === "favourites" ? eq(images.favourite, true) : eq(images.rejected, false);
}

/** A page of a share. A prompt that it does not show stays in the database. */
export async function listSharedPictures(
  db: Db,
  params: { share: ShareRow; before: SharedPlace | null; limit: number },
) {
  const { share, before, limit } = params;
  return db
    .select({ ...columns, prompt: share.showPrompts ? generations.prompt : sql<null>`null` })
    .from(images)
    .innerJoin(generations, eq(generations.id, images.generationId))
    .where(and(shownBy(share), before ? isAfter(before) : undefined))
    .orderBy(desc(images.generationId), asc(images.index))
    .limit(limit);
}
export type SharedPictureRow = Awaited<ReturnType<typeof listSharedPictures>>[number];

function isAfter({ groupId, index }: SharedPlace): SQL | undefined {
  const inGroup = and(eq(images.generationId, groupId), gt(images.index, index));
  return or(lt(images.generationId, groupId), inGroup);
}

/** One picture of a share; null for any other. */
export async function findSharedPicture(db: Db, params: { share: ShareRow; id: string }) {
  const where = and(shownBy(params.share), eq(images.id, params.id));
  const [row] = await db.select(columns).from(images).where(where);
  return row ?? null;
}
export type FoundPicture = NonNullable<Awaited<ReturnType<typeof findSharedPicture>>>;

/** The finished picture that stands first in a share. */
export async function findNewestSharedPicture(
  db: Db,
  params: { share: ShareRow },
): Promise<FoundPicture | null> {
  const [row] = await db
    .select(columns)
    .from(images)
    .where(and(shownBy(params.share), eq(images.state, "completed")))
    .orderBy(desc(images.generationId), asc(images.index))
    .limit(1);
  return row ?? null;
}

/** How many pictures a share shows; with a place, only those that were made before the one there. */
export async function countSharedPictures(
  db: Db,
  params: { share: ShareRow; madeBefore?: SharedPlace },
): Promise<number> {
  const { share, madeBefore } = params;
  const [row] = await db
    .select({ value: count() })
    .from(images)
    .where(and(shownBy(share), madeBefore ? isMadeBefore(madeBefore) : undefined));
  return row?.value ?? 0;
}

function isMadeBefore({ groupId, index }: SharedPlace): SQL | undefined {
  const inGroup = and(eq(images.generationId, groupId), lt(images.index, index));
  return or(lt(images.generationId, groupId), inGroup);
}

/** The ids of all pictures that a share shows. */
export async function listSharedIds(db: Db, params: { share: ShareRow }): Promise<string[]> {
  const rows = await db.select({ id: images.id }).from(images).where(shownBy(params.share));
  return rows.map(({ id }) => id);
}

/** The ids in a share's own list, shown or not. */
export async function listChosenIds(db: Db, params: { shareId: string }): Promise<string[]> {
  const rows = await db
    .select({ id: shareImages.imageId })
    .from(shareImages)
    .where(eq(shareImages.shareId, params.shareId));
  return rows.map(({ id }) => id);
}

/** For other queries of a visitor: that a picture of the same share is still shown. */
export function isStillShown(share: ShareRow, imageId: SQL): SQL {
  return sql`exists (select 1 from ${images} where ${images.id} = ${imageId} and ${shownBy(share)})`;
}
