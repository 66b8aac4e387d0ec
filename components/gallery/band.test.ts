import { expect, test } from "vitest";
import { boxBetween, edgeScrollPx, overlaps } from "./band";

test("spans a rectangle from any corner to any other", () => {
  const box = { left: 10, top: 20, width: 30, height: 40 };
  expect(boxBetween({ x: 10, y: 20 }, { x: 40, y: 60 })).toEqual(box);
  expect(boxBetween({ x: 40, y: 20 }, { x: 10, y: 60 })).toEqual(box);
});

test("holds what it touches and nothing beside it", () => {
  const band = { left: 0, top: 0, width: 100, height: 100 };
  expect(overlaps(band, { left: 90, top: 90, width: 50, height: 50 })).toBe(true);
  expect(overlaps(band, { left: 101, top: 0, width: 50, height: 50 })).toBe(false);
  expect(overlaps(band, { left: 0, top: 101, width: 50, height: 50 })).toBe(false);
});

test("scrolls at the edges only, faster towards and beyond them, towards the pointer", () => {
  expect(edgeScrollPx(300, 0, 600)).toBe(0);
  expect(edgeScrollPx(580, 0, 600)).toBeGreaterThan(0);
  expect(edgeScrollPx(20, 0, 600)).toBeLessThan(0);
  expect(edgeScrollPx(900, 0, 600)).toBeGreaterThan(edgeScrollPx(560, 0, 600));
});
