import type { RefObject } from "react";
import type { GalleryState } from "@/lib/client/gallery/gallery-state";
import type { GalleryEntry } from "./gallery-entries";

export type GalleryListProps = {
  state: GalleryState;
  rows: readonly GalleryEntry[];
  openId: string | null;
  scrollerRef: RefObject<HTMLElement | null>;
};
