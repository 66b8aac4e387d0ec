import { useState } from "react";
import { BLOCK_CLASS, GalleryBlock } from "./block/gallery-block";
import type { GalleryListProps } from "./gallery-list-props";
import { useTopOnNew } from "./live/use-top-on-new";
import { useElementWidth } from "./use-element-width";
import { useFollowOpen, useTabStop } from "./use-gallery-focus";

/** A few blocks, all of them there. */
export function PlainList({ rows, openId, scrollerRef }: GalleryListProps) {
  const [list, setList] = useState<HTMLElement | null>(null);
  const { tabStopId, onFocus } = useTabStop(rows, openId);
  useFollowOpen(list, openId, useElementWidth(list, 0), () => undefined);
  useTopOnNew(rows, scrollerRef);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only remembers which tile had the focus.
    <div ref={setList} onFocus={onFocus}>
      {rows.map((row) => (
        <div key={row.id} className={BLOCK_CLASS}>
          <GalleryBlock row={row} tabStopId={tabStopId} openId={openId} />
        </div>
      ))}
    </div>
  );
}
