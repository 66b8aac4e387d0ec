import { Maximize, Minus, Plus } from "lucide-react";
import { shownKey, ZOOM_KEYS } from "@/lib/client/keys/keys";
import { IconButton } from "../icon-button";
import type { ZoomPan } from "./use-zoom-pan";

/** The zoom in buttons, for those who have no wheel. */
export function ZoomControls({ zoomPan, overPicture = false }: { zoomPan: ZoomPan; overPicture?: boolean }) {
  const { view, zoomIn, zoomOut, fit } = zoomPan;
  const isFit = view.scale <= 1;
  const shared = { overPicture };
  return (
    <>
      <IconButton
        {...shared}
        icon={Minus}
        label="Zoom out"
        keys={shownKey(ZOOM_KEYS.zoomOut)}
        disabled={isFit}
        onClick={zoomOut}
      />
      <IconButton
        {...shared}
        icon={Plus}
        label="Zoom in"
        keys={shownKey(ZOOM_KEYS.zoomIn)}
        onClick={zoomIn}
      />
      <IconButton
        {...shared}
        icon={Maximize}
        label="Fit"
        keys={shownKey(ZOOM_KEYS.fit)}
        tooltipAlign="end"
        disabled={isFit}
        onClick={fit}
      />
    </>
  );
}
