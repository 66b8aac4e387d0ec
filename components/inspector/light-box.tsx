import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { useZoomPan } from "@/components/ui/zoom-pan/use-zoom-pan";
import { ZoomControls } from "@/components/ui/zoom-pan/zoom-controls";
import { KEYS, shownKey } from "@/lib/client/keys/keys";
import { inspectorKeys } from "./inspector-keys";
import type { InspectorPanelProps } from "./inspector-props";
import { PictureStage } from "./picture-stage";

/** The open picture alone, as large as the window. */
export function LightBox({
  placed,
  previousId,
  nextId,
  open,
  tools,
  onClose,
}: InspectorPanelProps & { onClose(): void }) {
  const { generation, image } = placed;
  const page = (step: 1 | -1) => {
    const id = step > 0 ? nextId : previousId;
    if (id !== null) open(id);
  };
  const zoomPan = useZoomPan({ width: image.widthPx, height: image.heightPx }, page);
  const onKeyDown = inspectorKeys({ placed, tools, zoomPan, page, close: onClose, enlarge: onClose });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys repeat named buttons inside.
    <div
      tabIndex={-1}
      data-autofocus
      data-picture-keys
      onKeyDown={onKeyDown}
      className="flex h-full flex-col bg-canvas outline-none"
    >
      <div className="min-h-0 flex-1">
        <PictureStage key={image.id} placed={placed} zoomPan={zoomPan} />
      </div>
      <div className="flex h-12 shrink-0 items-center gap-0.5 border-line border-t bg-panel px-3">
        <p className="mr-auto min-w-0 truncate pr-4 text-ink-muted">
          <span className="text-ink">
            {image.index + 1} of {generation.imageCount}
          </span>
          <span className="ml-3">{generation.prompt}</span>
        </p>
        <ZoomControls zoomPan={zoomPan} />
        <span aria-hidden className="mx-1.5 h-4 w-px bg-line-strong" />
        <IconButton
          icon={ChevronLeft}
          label="Previous"
          disabled={previousId === null}
          onClick={() => page(-1)}
        />
        <IconButton icon={ChevronRight} label="Next" disabled={nextId === null} onClick={() => page(1)} />
        <IconButton
          icon={X}
          label="Close"
          keys={shownKey(KEYS.inspector.close)}
          tooltipAlign="end"
          onClick={onClose}
        />
      </div>
    </div>
  );
}
