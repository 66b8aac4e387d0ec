import { memo, useRef, useState } from "react";
import { LivePicture } from "@/components/visitor/live-picture";
import { MarkButtons } from "@/components/visitor/mark-buttons";
import { pictureAlt } from "@/components/visitor/picture-alt";
import { thumbnailSources, thumbnailUrl } from "@/components/visitor/thumbnail-url";
import { FROM_DESK, FROM_WIDE } from "@/lib/client/layout/breakpoints";
import { useNear } from "@/lib/client/visitor/use-near";
import { STATE_WORDS } from "@/lib/domain/generation/state-words";
import type { Mark } from "@/lib/domain/share/review";
import type { SharedPicture } from "@/lib/domain/share/visitor-gallery";
import { tileStyle } from "./tile-style";
import styles from "./wall.module.css";

/** Tiles in the first window of a phone: they are fetched before anything is laid out. */
const EAGER_COUNT = 3;

/** How wide a tile is about, where the browser cannot know it yet: two, three or four stand in a row. */
const SIZES = `${FROM_WIDE} 25vw, ${FROM_DESK} 33vw, 50vw`;
/** Of a few pictures each has a row to itself on a phone. */
const SIZES_OF_FEW = `${FROM_DESK} 50vw, 100vw`;
const EAGER = { fetchPriority: "high" } as const;
const LAZY = { loading: "lazy", decoding: "async" } as const;

type WallTileProps = {
  token: string;
  picture: SharedPicture;
  /** Counted from 1. */
  number: number;
  /** Whether so few are shown that each is large. */
  isFew: boolean;
  href: string;
  canReview: boolean;
  mark: Mark | null;
  commentCount: number;
  onOpen(id: string): void;
  onMark(id: string, mark: Mark | null): void;
};

/** One picture: a link that works before any script does, and what the visitor thinks of it. */
export const WallTile = memo(function WallTile(props: WallTileProps) {
  const { token, picture, number, isFew, href, canReview, mark, commentCount, onOpen, onMark } = props;
  const { id } = picture;
  const style = tileStyle(picture);
  const sizes = isFew ? SIZES_OF_FEW : SIZES;
  const [wasLive] = useState(picture.state !== "completed");
  const ref = useRef<HTMLLIElement>(null);
  // Hundreds of tiles stand ready before a script has made buttons for those that can be reached.
  const isNear = useNear(ref);
  return (
    <li
      ref={ref}
      className={styles.tile}
      style={style}
      data-clear={(picture.state === "completed" && style.backgroundColor === undefined) || undefined}
      data-picture={id}
      data-state={picture.state}
      data-mark={mark ?? undefined}
    >
      <a
        className={styles.link}
        href={href}
        onClick={(event) => {
          if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          onOpen(id);
        }}
      >
        {wasLive ? (
          <LivePicture token={token} picture={picture} alt={pictureAlt(picture, number)} />
        ) : (
          <img
            {...(number > EAGER_COUNT ? LAZY : EAGER)}
            sizes={number > EAGER_COUNT ? `auto, ${sizes}` : sizes}
            srcSet={thumbnailSources(token, picture)}
            src={thumbnailUrl(token, picture) ?? undefined}
            alt={pictureAlt(picture, number)}
            width={picture.widthPx}
            height={picture.heightPx}
          />
        )}
      </a>
      {picture.state !== "completed" && (
        <p className={styles.status}>
          <span aria-hidden className="size-1.5 animate-pulse rounded-full bg-accent" />
          {STATE_WORDS[picture.state]}
        </p>
      )}
      {commentCount > 0 && (
        <p className={styles.comments}>{commentCount === 1 ? "1 comment" : `${commentCount} comments`}</p>
      )}
      {canReview && isNear && picture.state === "completed" && (
        <MarkButtons mark={mark} onMark={(mark) => onMark(id, mark)} />
      )}
    </li>
  );
});
