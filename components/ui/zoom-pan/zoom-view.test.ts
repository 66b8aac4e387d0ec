import { expect, test } from "vitest";
import { actualScale, FIT, fittedExtent, panBy, sharedExtent, zoomTo } from "./zoom-view";

const picture = { width: 1536, height: 1024 };
const frame = { width: 360, height: 360 };

test("fits the whole picture into the frame", () => {
  expect(fittedExtent(picture, frame)).toEqual({ width: 360, height: 240 });
  expect(actualScale(picture, frame)).toBeCloseTo(1536 / 360);
});

test("keeps what is under the pointer there while zooming", () => {
  const at = { x: 100, y: 40 };
  const view = zoomTo(FIT, 4, at, picture, frame);
  const again = zoomTo(view, 6, at, picture, frame);
  const under = (v: typeof view) => [(at.x - v.x) / v.scale, (at.y - v.y) / v.scale];
  expect(under(view)[0]).toBeCloseTo(100);
  expect(under(again)[0]).toBeCloseTo(under(view)[0] ?? 0);
  expect(under(again)[1]).toBeCloseTo(under(view)[1] ?? 0);
});

test("never shows less than the whole picture, nor more than 8 pixels a pixel", () => {
  expect(zoomTo(FIT, 0.1, { x: 50, y: 50 }, picture, frame)).toEqual(FIT);
  expect(zoomTo(FIT, 1e6, { x: 0, y: 0 }, picture, frame).scale).toBeCloseTo((8 * 1536) / 360);
});

test("never pulls the picture past its edge, and keeps what is smaller than the frame centred", () => {
  const view = zoomTo(FIT, 1.2, { x: 0, y: 0 }, picture, frame);
  expect(panBy(view, { x: 1e4, y: 1e4 }, picture, frame)).toEqual({ scale: 1.2, x: 36, y: 0 });
});

test("moves pictures of one shape together exactly as one of them", () => {
  const shared = sharedExtent([picture, picture], frame);
  const at = { x: 90, y: -30 };
  expect(zoomTo(FIT, 3, at, shared, frame)).toEqual(zoomTo(FIT, 3, at, picture, frame));
  expect(zoomTo(FIT, 1e6, at, shared, frame).scale).toBeCloseTo(zoomTo(FIT, 1e6, at, picture, frame).scale);
});

test("lets every edge of pictures of different shapes be reached", () => {
  const tall = { width: 1024, height: 1536 };
  const shared = sharedExtent([picture, tall], frame);
  const view = zoomTo(FIT, 2, { x: 0, y: 0 }, shared, frame);
  expect(panBy(view, { x: 1e4, y: 1e4 }, shared, frame)).toEqual({ scale: 2, x: 180, y: 180 });
});

test("zooms as far as the sharpest of several pictures goes", () => {
  const small = { width: 360, height: 240 };
  const shared = sharedExtent([small, picture], frame);
  expect(zoomTo(FIT, 1e6, { x: 0, y: 0 }, shared, frame).scale).toBeCloseTo((8 * 1536) / 360);
});
