import type { ZoomPan } from "@/components/ui/zoom-pan/use-zoom-pan";
import { CompareFrame } from "./compare-frame";
import { ComparePicture } from "./compare-picture";
import type { ComparedImage } from "./compared-image";

type ComparePaneProps = {
  index: number;
  placed: ComparedImage;
  zoomPan: ZoomPan;
  frameRef?: (frame: HTMLDivElement | null) => void;
  isFocused: boolean;
  onFocus(): void;
};

/** One of the pictures. The keys of a picture act on the one that has the focus. */
export function ComparePane({ index, placed, zoomPan, frameRef, isFocused, onFocus }: ComparePaneProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing here is a field.
    <div
      role="group"
      aria-label={`Picture ${index + 1}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys act on the picture that has the focus.
      tabIndex={0}
      data-pane={index}
      {...(index === 0 && { "data-autofocus": true })}
      onFocus={onFocus}
      className={`relative min-h-0 bg-canvas outline-none ${placed.image.rejected ? "opacity-50" : ""}`}
    >
      <CompareFrame zoomPan={zoomPan} {...(frameRef && { frameRef })}>
        <ComparePicture placed={placed} view={zoomPan.view} />
      </CompareFrame>
      {isFocused && (
        <span
          aria-hidden
          className="pointer-events-none absolute inset-0 outline-2 outline-ink -outline-offset-2"
        />
      )}
      <span
        aria-hidden
        className="pointer-events-none absolute top-2 left-2 rounded-xs bg-veil px-1.5 font-medium text-caption text-on-veil leading-5"
      >
        {index + 1}
      </span>
    </div>
  );
}
