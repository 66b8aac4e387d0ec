import { SquareSplitHorizontal, X } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Slider } from "@/components/ui/slider";
import type { ZoomPan } from "@/components/ui/zoom-pan/use-zoom-pan";
import { ZoomControls } from "@/components/ui/zoom-pan/zoom-controls";
import { CLOSE_KEY, KEYS, shortcutsOf, shownKey } from "@/lib/client/keys/keys";
import { OFFLINE_LABEL, SKETCH } from "@/lib/domain/models/provider-info";

type CompareBarProps = {
  zoomPan: ZoomPan;
  /** Whether one of the pictures is a sketch. */
  hasSketch: boolean;
  /** Where the line stands; false while the two stand side by side, null where there are more than two. */
  wipePercent: number | false | null;
  onWipe(percent: number | null): void;
  onClose(): void;
};

/** The wipe, the zoom, and out. */
export function CompareBar({ zoomPan, hasSketch, wipePercent, onWipe, onClose }: CompareBarProps) {
  const isWiping = typeof wipePercent === "number";
  return (
    <div className="flex min-h-12 items-center gap-1 border-line border-t bg-panel px-3 max-desk:flex-wrap">
      {hasSketch && (
        <Badge>
          <span>
            {SKETCH}
            <span className="max-desk:sr-only">{OFFLINE_LABEL.slice(SKETCH.length)}</span>
          </span>
        </Badge>
      )}
      {wipePercent !== null && (
        <Button
          size="sm"
          variant="quiet"
          icon={SquareSplitHorizontal}
          aria-pressed={isWiping}
          aria-keyshortcuts={shortcutsOf(KEYS.compare.wipe)}
          title={`Wipe  ${shownKey(KEYS.compare.wipe)}`}
          onClick={() => onWipe(isWiping ? null : 50)}
          className="aria-pressed:bg-pressed aria-pressed:text-ink"
        >
          Wipe
        </Button>
      )}
      {isWiping && (
        <div className="w-48 max-desk:order-last max-desk:w-full">
          <Slider
            aria-label="Wipe position"
            aria-valuetext={`${Math.round(wipePercent)} % of the first`}
            min={0}
            max={100}
            value={Math.round(wipePercent)}
            onChoose={onWipe}
          />
        </div>
      )}
      <div className="ml-auto flex items-center">
        <span className="w-12 text-right text-caption text-ink-faint max-desk:hidden">
          {Math.round(zoomPan.view.scale * 100)} %
        </span>
        <ZoomControls zoomPan={zoomPan} />
        <span aria-hidden className="mx-1.5 h-4 w-px bg-line-strong" />
        <IconButton icon={X} label="Close" keys={CLOSE_KEY} tooltipAlign="end" onClick={onClose} />
      </div>
    </div>
  );
}
