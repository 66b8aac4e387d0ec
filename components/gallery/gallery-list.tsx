import dynamic from "next/dynamic";
import type { RefObject } from "react";
import type { GalleryState } from "@/lib/client/gallery-state";
import type { GalleryRow } from "./gallery-rows";
import { PlainList } from "./plain-list";

/** Fetched by sessions that need it. */
const VirtualList = dynamic(() => import("./virtual-list").then((module) => module.VirtualList));

/** With ten pictures a block, 100 tiles: as many as a browser draws without noticing. */
const PLAIN_BLOCKS_MAX = 10;

export type GalleryListProps = {
  state: GalleryState;
  rows: readonly GalleryRow[];
  openId: string | null;
  scrollerRef: RefObject<HTMLElement | null>;
};

/** The blocks of the session: all of them while they are few, else those near the screen. */
export function GalleryList(props: GalleryListProps) {
  const { state, rows } = props;
  const isWhole = state.olderCursor === null;
  if (isWhole && rows.length === 0) {
    return <p className="px-6 pt-16 text-center text-ink-muted">No picture of this session is like that.</p>;
  }
  return isWhole && rows.length <= PLAIN_BLOCKS_MAX ? <PlainList {...props} /> : <VirtualList {...props} />;
}
