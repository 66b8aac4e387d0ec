import { type PointerEvent, type RefObject, useRef, useState } from "react";
import type { ItemBox } from "@/lib/client/layout/spatial-move";
import { withBand } from "@/lib/client/selection/selection";
import { getSelection, setSelection } from "@/lib/client/selection/selection-store";
import { type BandPoint, boxBetween, edgeScrollPx, overlaps } from "./band";
import { allTiles } from "./tile/tile-focus";

/** What keeps a press for itself; words can be selected as text. */
const OCCUPIED = "[data-image-id], button, a, input, header, table, [data-no-band]";
/** A press that moves less is a click. */
const THRESHOLD_PX = 4;

/**
 * Draws a rectangle with the pointer from an empty place and selects what it touches. Tiles that leave
 * the screen while it scrolls stay held: their places are remembered.
 */
export function useRubberBand(scrollerRef: RefObject<HTMLElement | null>) {
  const [band, setBand] = useState<ItemBox | null>(null);
  const stop = useRef(() => {});
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const scroller = scrollerRef.current;
    const isEmpty = event.target instanceof Element && !event.target.closest(OCCUPIED);
    if (!scroller || !isEmpty || event.button !== 0 || event.pointerType === "touch") return;
    if (isOnScrollbar(scroller, event)) return;
    stop.current();
    const begin = spotIn(scroller, event);
    const start = event.shiftKey || event.ctrlKey || event.metaKey ? getSelection() : withoutAny();
    const places = new Map<string, ItemBox>();
    let pointer: { clientX: number; clientY: number } = event;
    let isDrawing = false;
    let frame = 0;
    const draw = () => {
      const box = boxBetween(begin, spotIn(scroller, pointer));
      rememberPlaces(scroller, places);
      const held = [...places].filter(([, place]) => overlaps(box, place)).map(([id]) => id);
      setBand(box);
      setSelection(withBand(start, held));
    };
    const tick = () => {
      const { top, bottom } = scroller.getBoundingClientRect();
      const byPx = edgeScrollPx(pointer.clientY, top, bottom);
      if (byPx !== 0) {
        scroller.scrollTop += byPx;
        draw();
      }
      frame = requestAnimationFrame(tick);
    };
    const move = (next: globalThis.PointerEvent) => {
      pointer = next;
      const spot = spotIn(scroller, next);
      if (!isDrawing && Math.hypot(spot.x - begin.x, spot.y - begin.y) < THRESHOLD_PX) return;
      if (!isDrawing) frame = requestAnimationFrame(tick);
      isDrawing = true;
      draw();
    };
    const end = () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", end);
      setBand(null);
    };
    const up = () => {
      if (!isDrawing) setSelection(start);
      end();
    };
    stop.current = end;
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", end);
  };
  return { band, onPointerDown };
}

function withoutAny() {
  return { ...getSelection(), ids: new Set<string>(), base: new Set<string>() };
}

function isOnScrollbar(scroller: HTMLElement, { clientX }: { clientX: number }): boolean {
  return clientX > scroller.getBoundingClientRect().left + scroller.clientWidth;
}

function spotIn(
  scroller: HTMLElement,
  { clientX, clientY }: { clientX: number; clientY: number },
): BandPoint {
  const { left, top } = scroller.getBoundingClientRect();
  return { x: clientX - left + scroller.scrollLeft, y: clientY - top + scroller.scrollTop };
}

function rememberPlaces(scroller: HTMLElement, places: Map<string, ItemBox>): void {
  for (const tile of allTiles(scroller)) {
    const { left, top, width, height } = tile.getBoundingClientRect();
    const { x, y } = spotIn(scroller, { clientX: left, clientY: top });
    places.set(tile.dataset.imageId ?? "", { left: x, top: y, width, height });
  }
}
