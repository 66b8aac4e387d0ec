import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import {
  actualScale,
  FIT,
  type PixelSize,
  panBy,
  type ScreenPoint,
  type ZoomView,
  zoomTo,
} from "./zoom-view";

/** One press of a button or key, and one notch of most wheels. */
const STEP = 1.5;
const WHEEL_SPEED = 0.0022;
/** Lines of a wheel that counts in lines, in pixels. */
const LINE_PX = 16;
/** A drag of a finger over the whole picture that is meant as "next". */
const SWIPE_PX = 56;

export type ZoomPan = {
  frameRef: RefObject<HTMLDivElement | null>;
  view: ZoomView;
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  zoomBy(factor: number, at: ScreenPoint): void;
  panBy(by: ScreenPoint): void;
  /** Between all of it and its own pixels. */
  toggle(at: ScreenPoint): void;
  pointerHandlers: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(event: PointerEvent<HTMLElement>): void;
  };
};

/** Zoom and pan of one picture: wheel, drag, pinch, and steps for buttons and keys. */
export function useZoomPan(picture: PixelSize, onSwipe: (step: 1 | -1) => void): ZoomPan {
  const frameRef = useRef<HTMLDivElement>(null);
  const [view, setView] = useState(FIT);
  const { width, height } = picture;
  const change = useCallback(
    (next: (view: ZoomView, picture: PixelSize, frame: PixelSize) => ZoomView) => {
      const frame = frameRef.current?.getBoundingClientRect();
      if (frame) setView((view) => next(view, { width, height }, frame));
    },
    [width, height],
  );
  const zoomBy = useCallback(
    (factor: number, at: ScreenPoint) =>
      change((view, picture, frame) => zoomTo(view, view.scale * factor, at, picture, frame)),
    [change],
  );
  useWheel(frameRef, zoomBy);
  const pointers = useRef(new Map<number, ScreenPoint>());
  const swipeX = useRef(0);
  const release = ({ pointerId, pointerType }: PointerEvent<HTMLElement>) => {
    const isSwipe = pointers.current.size === 1 && pointerType === "touch" && view.scale === 1;
    pointers.current.delete(pointerId);
    if (isSwipe && Math.abs(swipeX.current) > SWIPE_PX) onSwipe(swipeX.current < 0 ? 1 : -1);
    swipeX.current = 0;
  };
  return {
    frameRef,
    view,
    zoomIn: () => zoomBy(STEP, CENTRE),
    zoomOut: () => zoomBy(1 / STEP, CENTRE),
    fit: () => setView(FIT),
    zoomBy,
    panBy: (by) => change((view, picture, frame) => panBy(view, by, picture, frame)),
    toggle: (at) =>
      change((view, picture, frame) =>
        view.scale > 1 ? FIT : zoomTo(view, Math.max(actualScale(picture, frame), 2), at, picture, frame),
      ),
    pointerHandlers: {
      onPointerDown(event) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        pointers.current.set(event.pointerId, pointOf(event));
      },
      onPointerMove(event) {
        const before = pointers.current.get(event.pointerId);
        if (!before) return;
        const now = pointOf(event);
        const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
        pointers.current.set(event.pointerId, now);
        const by = { x: now.x - before.x, y: now.y - before.y };
        if (other) zoomBy(distance(now, other) / Math.max(distance(before, other), 1), middle(now, other));
        else change((view, picture, frame) => panBy(view, by, picture, frame));
        swipeX.current += other ? 0 : by.x;
      },
      onPointerUp: release,
      onPointerCancel: release,
    },
  };
}

const CENTRE: ScreenPoint = { x: 0, y: 0 };

/** A wheel listener that may keep the page from scrolling: React's own are passive. */
export function useWheel(
  frameRef: RefObject<HTMLDivElement | null>,
  zoomBy: (factor: number, at: ScreenPoint) => void,
): void {
  useEffect(() => {
    const frame = frameRef.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const deltaPx = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1);
      const speed = event.ctrlKey ? WHEEL_SPEED * 4 : WHEEL_SPEED;
      if (frame) zoomBy(Math.exp(-deltaPx * speed), pointIn(frame, event));
    };
    frame?.addEventListener("wheel", onWheel, { passive: false });
    return () => frame?.removeEventListener("wheel", onWheel);
  }, [frameRef, zoomBy]);
}

function pointOf(event: PointerEvent<HTMLElement>): ScreenPoint {
  return pointIn(event.currentTarget, event);
}

/** A point of the window, counted from the middle of an element. */
export function pointIn(
  element: Element,
  { clientX, clientY }: { clientX: number; clientY: number },
): ScreenPoint {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
}

function distance(a: ScreenPoint, b: ScreenPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middle(a: ScreenPoint, b: ScreenPoint): ScreenPoint {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
