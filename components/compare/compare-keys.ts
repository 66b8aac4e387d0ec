import type { KeyboardEvent } from "react";
import type { ZoomPan } from "@/components/ui/zoom-pan/use-zoom-pan";

/** One press of an arrow, in pixels of the screen. */
const PAN_PX = 80;

type CompareKeys = {
  zoomPan: ZoomPan;
  focus(index: number): void;
  toggleWipe(): void;
  favourite(): void;
  reject(): void;
};

/** The keys of the comparison. The slider of the wipe keeps its arrows. */
export function compareKeys({ zoomPan, focus, toggleWipe, favourite, reject }: CompareKeys) {
  const pan = (x: number, y: number) => () => zoomPan.panBy({ x: x * PAN_PX, y: y * PAN_PX });
  const actions: Record<string, (() => void) | undefined> = {
    ArrowLeft: pan(1, 0),
    ArrowRight: pan(-1, 0),
    ArrowUp: pan(0, 1),
    ArrowDown: pan(0, -1),
    "+": zoomPan.zoomIn,
    "=": zoomPan.zoomIn,
    "-": zoomPan.zoomOut,
    "0": zoomPan.fit,
    "1": () => focus(0),
    "2": () => focus(1),
    "3": () => focus(2),
    "4": () => focus(3),
    w: toggleWipe,
    f: favourite,
    x: reject,
  };
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.startsWith("Arrow") && event.target instanceof HTMLInputElement) return;
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
}
