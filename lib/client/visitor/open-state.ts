import type { Mark } from "@/lib/domain/share/review";
import type { SharedGallery } from "@/lib/domain/share/visitor-gallery";

/** A gallery that is there, as an open page knows it. */
export type OpenState = {
  kind: "open";
  gallery: SharedGallery;
  /** Whether the page began at the newest picture; one that began further back takes no new ones. */
  isNewest: boolean;
  /** Groups that came while the page was open. They stand in rows of their own, so that what was there stays in place. */
  freshGroupIds: ReadonlySet<string>;
  /** What this page did to marks: stronger than a snapshot, which may have been read before it. */
  ownMarks: Readonly<Record<string, Mark | null>>;
};
