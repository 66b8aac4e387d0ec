import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { ReviewComment } from "@/lib/domain/share/review";
import { isListed } from "@/lib/domain/share/share";
import { standingComments } from "@/lib/domain/share/threads";
import type { SharedGallery, SharedPicture } from "@/lib/domain/share/visitor-gallery";
import { isId } from "@/lib/domain/text/id";
import { listSharedComments } from "@/lib/server/db/queries/sharing/share-comments";
import {
  countSharedPictures,
  listSharedPictures,
  type SharedPictureRow,
  type SharedPlace,
} from "@/lib/server/db/queries/sharing/shared-pictures";
import type { Db } from "@/lib/server/ports/database";
import type { ShareRow } from "@/lib/server/schema/share-tables";
import { toSharedPicture } from "./to-shared-picture";

/** About 200 KB of JSON, 30 KB on the wire: one request for all but the largest galleries. */
const PICTURES_A_PAGE = 500;
/** Prompts and comments of a page, in UTF-16 units: an event must stay far below what a stream may be behind. */
const TEXT_UNITS_A_PAGE = 200_000;
/** As many as a share takes. */
const COMMENTS_A_PAGE = 2_000;

/** The part of a gallery that is the same for everyone who looks at it. */
export type SharedPage = Omit<SharedGallery, "visitorName" | "marks" | "comments"> & {
  comments: ReviewComment[];
};

/**
 * A page of a share, newest first, in three queries whatever its size.
 * @param before the cursor of the page before, null for the newest
 * @throws AppError not_found for what is no cursor
 */
export async function readSharedPage(db: Db, share: ShareRow, before: string | null): Promise<SharedPage> {
  const place = before === null ? null : parseCursor(before);
  const found = await listSharedPictures(db, { share, before: place, limit: PICTURES_A_PAGE + 1 });
  const rows = withinBudget(found.slice(0, PICTURES_A_PAGE), ({ prompt }) => prompt ?? "");
  const pictures = rows.map(toSharedPicture).filter((picture) => picture !== null);
  const last = rows.at(-1);
  return {
    title: share.title,
    isLive: !isListed(share),
    canDownload: share.allowDownload,
    canReview: share.allowReview,
    pictures,
    pictureCount: await countSharedPictures(db, { share }),
    olderCursor: last && rows.length < found.length ? cursorOf(last) : null,
    comments: share.allowReview ? await readComments(db, share, pictures) : [],
  };
}

/** The newest, as far as the budget goes. */
async function readComments(db: Db, share: ShareRow, pictures: SharedPicture[]): Promise<ReviewComment[]> {
  const imageIds = pictures.map(({ id }) => id);
  const limit = COMMENTS_A_PAGE;
  const newest = await listSharedComments(db, { shareId: share.id, imageIds, limit });
  return standingComments(withinBudget(newest, ({ text }) => text).reverse());
}

/** The first of these whose texts together stay within the budget, at least one. */
function withinBudget<Row>(rows: Row[], textOf: (row: Row) => string): Row[] {
  let units = 0;
  const end = rows.findIndex((row, place) => {
    units += textOf(row).length;
    return units > TEXT_UNITS_A_PAGE && place > 0;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

function cursorOf({ groupId, index }: Pick<SharedPictureRow, "groupId" | "index">): string {
  return `${groupId}.${index}`;
}

function parseCursor(cursor: string): SharedPlace {
  const [, groupId = "", index] = /^([0-9a-f-]{36})\.(\d{1,4})$/.exec(cursor) ?? [];
  if (!isId(groupId)) throw new AppError("not_found");
  return { groupId, index: Number(index) };
}
