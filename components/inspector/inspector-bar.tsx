import { ChevronLeft, ChevronRight, Expand, X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { KEYS, shownKey } from "@/lib/client/keys/keys";
import type { InspectorPanelProps } from "./inspector-props";

type InspectorBarProps = InspectorPanelProps & { page(step: 1 | -1): void; onEnlarge(): void };

/** Which picture this is, the way to its neighbours, and out. */
export function InspectorBar({ placed, previousId, nextId, page, onEnlarge, open }: InspectorBarProps) {
  const { generation, image } = placed;
  return (
    <div className="flex h-12 shrink-0 items-center gap-0.5 border-line border-b pr-2 pl-4">
      <h2 className="mr-auto font-medium">
        {image.index + 1} of {generation.imageCount}
      </h2>
      <IconButton
        icon={ChevronLeft}
        label="Previous"
        tooltipSide="bottom"
        disabled={previousId === null}
        onClick={() => page(-1)}
      />
      <IconButton
        icon={ChevronRight}
        label="Next"
        tooltipSide="bottom"
        disabled={nextId === null}
        onClick={() => page(1)}
      />
      <IconButton
        icon={Expand}
        label="Full screen"
        keys={shownKey(KEYS.inspector.enlarge)}
        tooltipSide="bottom"
        onClick={onEnlarge}
      />
      <IconButton
        icon={X}
        label="Close"
        keys={shownKey(KEYS.inspector.close)}
        tooltipSide="bottom"
        tooltipAlign="end"
        onClick={() => open(null)}
      />
    </div>
  );
}
