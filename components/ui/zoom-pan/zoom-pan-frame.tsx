import type { ReactNode } from "react";
import { pointIn, type ZoomPan } from "./use-zoom-pan";

/** The window onto a picture. Its child fills it at scale 1 and is moved and scaled as a whole. */
export function ZoomPanFrame({ zoomPan, children }: { zoomPan: ZoomPan; children: ReactNode }) {
  const { frameRef, view, toggle, pointerHandlers } = zoomPan;
  const isZoomed = view.scale > 1;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: everything it does has a named button and a key.
    <div
      ref={frameRef}
      {...pointerHandlers}
      onDoubleClick={(event) => toggle(pointIn(event.currentTarget, event))}
      className={`size-full select-none overflow-hidden ${isZoomed ? "cursor-grab touch-none active:cursor-grabbing" : "touch-pan-y cursor-zoom-in"}`}
    >
      <div
        className="size-full"
        style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
      >
        {children}
      </div>
    </div>
  );
}
