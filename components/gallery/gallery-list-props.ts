import type { RefObject } from "react";
import type { GalleryState } from "@/lib/client/gallery/gallery-state";
import type { GalleryRow } from "./gallery-rows";

export type GalleryListProps = {
  state: GalleryState;
  rows: readonly GalleryRow[];
  openId: string | null;
  scrollerRef: RefObject<HTMLElement | null>;
};
