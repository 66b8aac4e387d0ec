import { expect, test } from "vitest";
import { spatialMove } from "./spatial-move";

/** Two rows of three and a last row of one wide box. */
const boxes = [
  ...[0, 108, 216].map((left) => ({ left, top: 0, width: 100, height: 100 })),
  ...[0, 108, 216].map((left) => ({ left, top: 108, width: 100, height: 100 })),
  { left: 0, top: 216, width: 208, height: 100 },
];

test("goes along the row and on to the next one", () => {
  expect(spatialMove(boxes, 1, "right")).toBe(2);
  expect(spatialMove(boxes, 2, "right")).toBe(3);
  expect(spatialMove(boxes, 3, "left")).toBe(2);
});

test("goes up and down to what is most in line", () => {
  expect(spatialMove(boxes, 1, "down")).toBe(4);
  expect(spatialMove(boxes, 5, "up")).toBe(2);
  expect(spatialMove(boxes, 5, "down")).toBe(6);
});

test("takes the nearest row, though a farther one is better in line", () => {
  const far = { left: 216, top: 324, width: 100, height: 100 };
  expect(spatialMove([...boxes, far], 5, "down")).toBe(6);
});

test("stays at the ends", () => {
  expect(spatialMove(boxes, 0, "left")).toBeNull();
  expect(spatialMove(boxes, 0, "up")).toBeNull();
  expect(spatialMove(boxes, 6, "right")).toBeNull();
  expect(spatialMove(boxes, 6, "down")).toBeNull();
  expect(spatialMove([], 0, "down")).toBeNull();
});
