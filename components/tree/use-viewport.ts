import { type RefObject, useEffect, useState } from "react";
import type { ItemBox } from "@/lib/client/layout/spatial-move";

/** What is seen moves on in steps of this, so that a scroll renders now and then and not with each pixel. */
const STEP_PX = 200;
const BEYOND_PX = 400;

/** The part of a scrolled place that is seen, and a little beyond it on all sides. */
export function useViewport(scrollerRef: RefObject<HTMLElement | null>): ItemBox {
  const [box, setBox] = useState<ItemBox>({ left: 0, top: 0, width: 1600, height: 1200 });
  useEffect(() => {
    const scroller = scrollerRef.current;
    if (!scroller) return;
    const read = () => {
      const left = step(scroller.scrollLeft) - BEYOND_PX;
      const top = step(scroller.scrollTop) - BEYOND_PX;
      const width = step(scroller.clientWidth) + STEP_PX + 2 * BEYOND_PX;
      const height = step(scroller.clientHeight) + STEP_PX + 2 * BEYOND_PX;
      setBox((now) =>
        now.left === left && now.top === top && now.width === width && now.height === height
          ? now
          : { left, top, width, height },
      );
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(scroller);
    scroller.addEventListener("scroll", read, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener("scroll", read);
    };
  }, [scrollerRef]);
  return box;
}

function step(px: number): number {
  return Math.floor(px / STEP_PX) * STEP_PX;
}
