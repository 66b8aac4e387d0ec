import { expect, test } from "vitest";
import { sizeValueOf, typedSizeOf, typedSizeProblem } from "./custom-size";

const rule = { multipleOf: 16, ratioMax: 3, edgeMaxPx: 3840, pixelsMin: 655_360, pixelsMax: 8_294_400 };

test("keeps what is typed, finished or not", () => {
  for (const value of ["1024x768", "12x", "x", "-5x1024"])
    expect(sizeValueOf(typedSizeOf(value))).toBe(value);
});

test("starts from a square of a megapixel where there is no size yet", () => {
  expect(typedSizeOf("auto")).toEqual({ width: "1024", height: "1024" });
});

test("accepts a size that obeys the rule", () => {
  expect(typedSizeProblem({ width: "1280", height: "720" }, rule)).toBeNull();
});

test("says in words what is wrong with a size", () => {
  const problem = (width: string, height: string) => typedSizeProblem({ width, height }, rule);
  expect(problem("", "1024")).toBe("Width and height must be whole numbers.");
  expect(problem("1024.5", "1024")).toBe("Width and height must be whole numbers.");
  expect(problem("1000", "1024")).toMatch(/multiples of 16/);
  expect(problem("1600000", "1024")).toMatch(/longest edge/);
  expect(problem("3840", "1024")).toMatch(/ratio/);
  expect(problem("256", "256")).toMatch(/At least 655,360 pixels/);
});
