import { Maximize, Minus, Plus } from "lucide-react";
import { IconButton } from "../icon-button";
import type { ZoomPan } from "./use-zoom-pan";

/** The zoom in buttons, for those who have no wheel. */
export function ZoomControls({ zoomPan, overPicture = false }: { zoomPan: ZoomPan; overPicture?: boolean }) {
  const { view, zoomIn, zoomOut, fit } = zoomPan;
  const isFit = view.scale <= 1;
  const shared = { overPicture };
  return (
    <>
      <IconButton {...shared} icon={Minus} label="Zoom out" keys="-" disabled={isFit} onClick={zoomOut} />
      <IconButton {...shared} icon={Plus} label="Zoom in" keys="+" onClick={zoomIn} />
      <IconButton
        {...shared}
        icon={Maximize}
        label="Fit"
        keys="0"
        tooltipAlign="end"
        disabled={isFit}
        onClick={fit}
      />
    </>
  );
}
