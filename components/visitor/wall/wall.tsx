import type { KeyboardEvent } from "react";
import { actionOf, KEYS } from "@/lib/client/keys/keys";
import { pictureHref } from "@/lib/client/visitor/picture-href";
import type { Mark } from "@/lib/domain/share/review";
import { standingComments } from "@/lib/domain/share/threads";
import type { SharedGallery, SharedPicture } from "@/lib/domain/share/visitor-gallery";
import styles from "./wall.module.css";
import { WallTile } from "./wall-tile";

/** So few pictures are shown larger: there is room. */
const FEW = 4;

type WallProps = {
  token: string;
  /** The cursor that the page began at. */
  before: string | null;
  gallery: SharedGallery;
  freshGroupIds: ReadonlySet<string>;
  /** Only what the visitor picked. */
  picksOnly: boolean;
  onOpen(id: string): void;
  onMark(id: string, mark: Mark | null): void;
};

/** The pictures in rows. Those that came while one watches stand before the others, in rows of their own. */
export function Wall({ token, before, gallery, freshGroupIds, picksOnly, onOpen, onMark }: WallProps) {
  const { pictures, marks, comments, canReview } = gallery;
  const commentCounts = Map.groupBy(standingComments(comments), ({ imageId }) => imageId);
  const numbered = pictures.map((picture, at) => ({ picture, number: at + 1 }));
  const shown = picksOnly ? numbered.filter(({ picture }) => marks[picture.id] === "pick") : numbered;
  const isFresh = ({ picture }: { picture: SharedPicture }) => freshGroupIds.has(picture.groupId);
  const settled = picksOnly ? shown : shown.filter((placed) => !isFresh(placed));
  const lists = [
    // These grow: no change of size half-way.
    { name: "fresh", list: picksOnly ? [] : shown.filter(isFresh), isFew: false },
    { name: "settled", list: settled, isFew: settled.length <= FEW },
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    const action = actionOf(KEYS.lightTable, event);
    const wanted = action === "pick" || action === "reject" ? action : null;
    const id =
      event.target instanceof Element && event.target.closest("[data-picture]")?.getAttribute("data-picture");
    if (!wanted || !id || !canReview) return;
    if (pictures.find((picture) => picture.id === id)?.state !== "completed") return;
    onMark(id, marks[id] === wanted ? null : wanted);
  };
  return lists.map(({ name, list, isFew }) =>
    list.length === 0 ? null : (
      <ul
        key={name}
        className={`${styles.wall} ${name === "fresh" ? "mb-2" : ""}`}
        data-few={isFew || undefined}
        onKeyDown={onKeyDown}
      >
        {list.map(({ picture, number }) => (
          <WallTile
            key={picture.id}
            token={token}
            picture={picture}
            number={number}
            isFew={isFew}
            href={pictureHref(before, picture.id)}
            canReview={canReview}
            mark={marks[picture.id] ?? null}
            commentCount={commentCounts.get(picture.id)?.length ?? 0}
            onOpen={onOpen}
            onMark={onMark}
          />
        ))}
      </ul>
    ),
  );
}
