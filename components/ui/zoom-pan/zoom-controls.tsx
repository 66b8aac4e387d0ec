import { Maximize, Minus, Plus } from "lucide-react";
import { IconButton } from "../icon-button";
import type { ZoomPan } from "./use-zoom-pan";

/** The zoom in buttons, for those who have no wheel. */
export function ZoomControls({ zoomPan }: { zoomPan: ZoomPan }) {
  const { view, zoomIn, zoomOut, fit } = zoomPan;
  return (
    <>
      <IconButton icon={Minus} label="Zoom out" keys="-" disabled={view.scale <= 1} onClick={zoomOut} />
      <IconButton icon={Plus} label="Zoom in" keys="+" onClick={zoomIn} />
      <IconButton icon={Maximize} label="Fit" keys="0" disabled={view.scale <= 1} onClick={fit} />
    </>
  );
}
