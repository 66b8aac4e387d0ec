import { type ReactNode, useCallback, useRef } from "react";
import { pointIn, useWheel, type ZoomPan } from "@/components/ui/zoom-pan/use-zoom-pan";

type CompareFrameProps = {
  zoomPan: ZoomPan;
  /** Has to keep its identity. */
  frameRef?: (frame: HTMLDivElement | null) => void;
  children: ReactNode;
};

/** A window onto pictures whose zoom and pan all such windows share. */
export function CompareFrame({ zoomPan, frameRef, children }: CompareFrameProps) {
  const ref = useRef<HTMLDivElement | null>(null);
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      ref.current = element;
      frameRef?.(element);
    },
    [frameRef],
  );
  useWheel(ref, zoomPan.zoomBy);
  const isZoomed = zoomPan.view.scale > 1;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: everything it does has a named button and a key.
    <div
      ref={attach}
      {...zoomPan.pointerHandlers}
      onDoubleClick={(event) => zoomPan.toggle(pointIn(event.currentTarget, event))}
      className={`relative size-full touch-none select-none overflow-hidden ${isZoomed ? "cursor-grab active:cursor-grabbing" : "cursor-zoom-in"}`}
    >
      {children}
    </div>
  );
}
