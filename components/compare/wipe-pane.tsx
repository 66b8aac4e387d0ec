import type { PointerEvent } from "react";
import type { ZoomPan } from "@/components/ui/zoom-pan/use-zoom-pan";
import { CompareFrame } from "./compare-frame";
import { ComparePicture } from "./compare-picture";
import type { ComparedImage } from "./compared-image";

const GRIP = "-translate-x-1/2 absolute inset-y-0 grid w-6 cursor-ew-resize touch-none place-items-center";
const LINE = "before:absolute before:inset-y-0 before:w-0.5 before:bg-on-veil before:shadow-float";

type WipePaneProps = {
  zoomPan: ZoomPan;
  frameRef(frame: HTMLDivElement | null): void;
  below: ComparedImage;
  above: ComparedImage;
  percent: number;
  onWipe(percent: number): void;
};

/** Two pictures in one place: left of the line the first, right of it the second. The slider below does the same as the line. */
export function WipePane({ zoomPan, frameRef, below, above, percent, onWipe }: WipePaneProps) {
  return (
    <div data-pane={0} tabIndex={-1} className="relative min-h-0 outline-none">
      <CompareFrame zoomPan={zoomPan} frameRef={frameRef}>
        <ComparePicture placed={below} view={zoomPan.view} />
        <div className="absolute inset-0 bg-canvas" style={{ clipPath: `inset(0 0 0 ${percent}%)` }}>
          <ComparePicture placed={above} view={zoomPan.view} />
        </div>
      </CompareFrame>
      <div
        aria-hidden
        style={{ left: `${percent}%` }}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) =>
          event.currentTarget.hasPointerCapture(event.pointerId) && onWipe(percentAt(event))
        }
        className={`${GRIP} ${LINE}`}
      >
        <span className="relative h-8 w-2.5 rounded-full bg-on-veil shadow-float" />
      </div>
    </div>
  );
}

function percentAt(event: PointerEvent<HTMLElement>): number {
  const pane = event.currentTarget.parentElement?.getBoundingClientRect();
  if (!pane) return 50;
  return Math.min(100, Math.max(0, ((event.clientX - pane.left) / pane.width) * 100));
}
