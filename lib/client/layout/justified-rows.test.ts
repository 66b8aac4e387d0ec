import { expect, test } from "vitest";
import { justifiedRows, type Row, rowPlans } from "./justified-rows";

const geometry = { gapPx: 8, rowMinPx: 168, rowMaxPx: 352 };
const squares = (count: number) => Array.from({ length: count }, () => 1);
const widthOf = (row: Row) => row.widthsPx.reduce((sum, px) => sum + px, 0) + (row.widthsPx.length - 1) * 8;
const shape = (rows: readonly Row[]) => rows.map((row) => row.widthsPx.length);

test("fills the width exactly with every full row", () => {
  const ratios = [1.5, 1, 0.67, 1.75, 1, 1.5, 1, 0.67];
  for (const width of [640, 801, 1052.5, 1600]) {
    const rows = justifiedRows(ratios, width, { ...geometry, rowMaxPx: 10_000 });
    for (const row of rows.slice(0, -1)) expect(widthOf(row)).toBeCloseTo(width, 6);
    expect(widthOf(rows.at(-1) ?? { heightPx: 0, widthsPx: [] })).toBeLessThanOrEqual(width + 1e-6);
  }
});

test("keeps the ratio of every picture, within a row and over the rows", () => {
  const ratios = [1.5, 1, 0.67, 1.75, 3, 0.34];
  const rows = justifiedRows(ratios, 900, geometry);
  const laidOut = rows.flatMap((row) => row.widthsPx.map((px) => px / row.heightPx));
  laidOut.forEach((ratio, index) => {
    expect(ratio).toBeCloseTo(ratios[index] ?? 0, 6);
  });
});

test("never leaves one of four alone: they share one row or stand two by two", () => {
  for (let width = 360; width <= 1600; width += 7) {
    expect([[4], [2, 2]]).toContainEqual(shape(justifiedRows(squares(4), width, geometry)));
  }
});

test("keeps a last row that is not full as high as the row before it", () => {
  const [first, last] = justifiedRows(squares(5), 700, geometry);
  expect([first?.widthsPx.length, last?.widthsPx.length]).toEqual([3, 2]);
  expect(last?.heightPx).toBeCloseTo(first?.heightPx ?? 0, 6);
});

test("does not blow a lone picture up to the width of the wall", () => {
  const [row] = justifiedRows([1.5], 1400, geometry);
  expect(row).toEqual({ heightPx: geometry.rowMaxPx, widthsPx: [1.5 * geometry.rowMaxPx] });
});

test("keeps rows at the least height until pictures stand one below the other", () => {
  for (let width = 200; width <= 1600; width += 13) {
    const rows = justifiedRows(squares(10), width, geometry);
    if (rows.length < 10) expect(Math.min(...rows.map((row) => row.heightPx))).toBeGreaterThanOrEqual(168);
  }
});

test("gives ten pictures as even rows", () => {
  expect(shape(justifiedRows(squares(10), 1050, geometry))).toEqual([5, 5]);
  expect(shape(justifiedRows(squares(10), 700, geometry))).toEqual([4, 4, 2]);
});

test("lets a picture that is wider than the wall shrink to it", () => {
  expect(justifiedRows([3], 300, geometry)[0]).toEqual({ heightPx: 100, widthsPx: [300] });
});

test("has no rows without pictures, and never more plans than pictures", () => {
  expect(justifiedRows([], 500, geometry)).toEqual([]);
  expect(rowPlans(squares(10)).map((plan) => plan.rows.length)).toEqual([1, 2, 3, 4, 5, 10]);
});
