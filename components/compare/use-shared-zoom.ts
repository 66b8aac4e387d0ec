import { useEffect, useRef, useState } from "react";
import { useZoomPan, type ZoomPan } from "@/components/ui/zoom-pan/use-zoom-pan";
import { type PixelSize, sharedExtent } from "@/components/ui/zoom-pan/zoom-view";

/** Before the frames are measured. */
const FIRST_FRAME: PixelSize = { width: 600, height: 600 };
const noSwipe = () => undefined;

/** One zoom for pictures in frames of one size. `frameRef` goes to any of the frames. */
export function useSharedZoom(pictures: readonly { widthPx: number; heightPx: number }[]): {
  zoomPan: ZoomPan;
  frameRef: (frame: HTMLDivElement | null) => void;
} {
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const [extent, setExtent] = useState(FIRST_FRAME);
  const shapes = pictures.map(({ widthPx, heightPx }) => ({ width: widthPx, height: heightPx }));
  const zoomPan = useZoomPan(sharedExtent(shapes, extent), noSwipe);
  const { frameRef } = zoomPan;
  const fit = useRef(zoomPan.fit);
  useEffect(() => {
    frameRef.current = frame;
    if (!frame) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      setExtent({ width: entry.contentRect.width, height: entry.contentRect.height });
      fit.current();
    });
    observer.observe(frame);
    return () => observer.disconnect();
  }, [frame, frameRef]);
  return { zoomPan, frameRef: setFrame };
}
