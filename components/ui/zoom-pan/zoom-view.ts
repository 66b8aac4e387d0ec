/** Lengths in CSS pixels; points count from the middle of the frame. */
export type ScreenPoint = { x: number; y: number };
export type PixelSize = { width: number; height: number };

/** How a picture stands in its frame: `scale` 1 is all of it, `x` and `y` move its middle. */
export type ZoomView = ScreenPoint & { scale: number };

export const FIT: ZoomView = { scale: 1, x: 0, y: 0 };

/** A picture pixel is shown at most this many CSS pixels wide: enough to judge an edge. */
const PIXEL_MAX_PX = 8;

/** The picture's extent at scale 1: as large as the frame allows. */
export function fittedExtent(picture: PixelSize, frame: PixelSize): PixelSize {
  const factor = Math.min(frame.width / picture.width, frame.height / picture.height);
  return { width: picture.width * factor, height: picture.height * factor };
}

/** The scale at which one picture pixel is one CSS pixel. */
export function actualScale(picture: PixelSize, frame: PixelSize): number {
  return picture.width / Math.max(fittedExtent(picture, frame).width, 1);
}

/**
 * What several pictures cover together when each is fitted into a frame of its own, all frames alike:
 * one transform for all is kept inside this, so that no picture's edge is out of reach. As large as
 * the sharpest of them, so that one can zoom as far as its pixels go.
 */
export function sharedExtent(pictures: readonly PixelSize[], frame: PixelSize): PixelSize {
  const fitted = pictures.map((picture) => fittedExtent(picture, frame));
  const sharpest = Math.max(1, ...pictures.map((picture) => actualScale(picture, frame)));
  return {
    width: Math.max(1, ...fitted.map(({ width }) => width)) * sharpest,
    height: Math.max(1, ...fitted.map(({ height }) => height)) * sharpest,
  };
}

/** Zooms so that the point under the fingers or the pointer stays where it is. */
export function zoomTo(
  view: ZoomView,
  scale: number,
  at: ScreenPoint,
  picture: PixelSize,
  frame: PixelSize,
): ZoomView {
  const scaleMax = Math.max(actualScale(picture, frame) * PIXEL_MAX_PX, 2);
  const next = Math.min(Math.max(scale, 1), scaleMax);
  const factor = next / view.scale;
  const moved = { scale: next, x: at.x - (at.x - view.x) * factor, y: at.y - (at.y - view.y) * factor };
  return keptInside(moved, picture, frame);
}

/** Moves the picture, but never past its own edge: what is larger than the frame fills it, what is smaller stays centred. */
export function panBy(view: ZoomView, by: ScreenPoint, picture: PixelSize, frame: PixelSize): ZoomView {
  return keptInside({ ...view, x: view.x + by.x, y: view.y + by.y }, picture, frame);
}

function keptInside({ scale, x, y }: ZoomView, picture: PixelSize, frame: PixelSize): ZoomView {
  const fitted = fittedExtent(picture, frame);
  const xMax = Math.max(0, (fitted.width * scale - frame.width) / 2);
  const yMax = Math.max(0, (fitted.height * scale - frame.height) / 2);
  return { scale, x: clamp(x, xMax), y: clamp(y, yMax) };
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(value, -max), max) || 0;
}
