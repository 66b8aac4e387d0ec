import { describe, expect, test } from "vitest";
import { hexOf, lchOf, mix, pullHue } from "./color/color";

describe("color", () => {
  test("comes back from OKLCH as it went in", () => {
    for (const hex of ["#17408c", "#f3ecdc", "#b8321f", "#000000", "#ffffff"])
      expect(hexOf(lchOf(hex))).toBe(hex);
  });

  test("gives up chroma, not lightness, outside what a screen shows", () => {
    expect(lchOf(hexOf([0.9, 0.37, 280]))[0]).toBeCloseTo(0.9, 1);
  });

  test("mixes evenly and stays at both ends", () => {
    expect(mix("#17408c", "#f3ecdc", 0)).toBe("#17408c");
    expect(mix("#17408c", "#f3ecdc", 1)).toBe("#f3ecdc");
    expect(lchOf(mix("#000000", "#ffffff", 0.5))[0]).toBeCloseTo(0.5, 1);
  });

  test("pulls a hue the shorter way round", () => {
    expect(pullHue(350, 10, 0.5)).toBeCloseTo(0);
    expect(pullHue(30, 350, 1)).toBeCloseTo(350);
  });
});
