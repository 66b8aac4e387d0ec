import type { KeyboardEvent } from "react";
import type { ZoomPan } from "@/components/ui/zoom-pan/use-zoom-pan";
import { actionOf, KEYS } from "@/lib/client/keys/keys";

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
  const actions: Record<keyof typeof KEYS.compare, () => void> = {
    panLeft: pan(1, 0),
    panRight: pan(-1, 0),
    panUp: pan(0, 1),
    panDown: pan(0, -1),
    zoomIn: zoomPan.zoomIn,
    zoomOut: zoomPan.zoomOut,
    fit: zoomPan.fit,
    first: () => focus(0),
    second: () => focus(1),
    third: () => focus(2),
    fourth: () => focus(3),
    wipe: toggleWipe,
    favourite,
    reject,
  };
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.key.startsWith("Arrow") && event.target instanceof HTMLInputElement) return;
    const action = actionOf(KEYS.compare, event);
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    actions[action]();
  };
}
