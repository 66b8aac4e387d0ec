import { expect, test } from "vitest";
import { filledRows } from "./filled-rows";

const wall = { widthPx: 1000, heightPx: 220, gapPx: 8 };
const ratios = Array.from({ length: 41 }, (_, place) => [1, 1.5, 0.67, 1.78][place % 4] ?? 1);

test("shows every picture once, in order", () => {
  const rows = filledRows(ratios, wall);
  expect(rows.flatMap(({ start, count }) => Array.from({ length: count }, (_, at) => start + at))).toEqual([
    ...ratios.keys(),
  ]);
});

test("fills the width exactly and is never higher than asked", () => {
  for (const { start, count, heightPx } of filledRows(ratios, wall).slice(0, -1)) {
    const sum = ratios.slice(start, start + count).reduce((total, ratio) => total + ratio, 0);
    expect(sum * heightPx + (count - 1) * wall.gapPx).toBeCloseTo(1000);
    expect(heightPx).toBeLessThanOrEqual(220);
  }
});

test("leaves full rows as they are when more pictures come", () => {
  const before = filledRows(ratios, wall);
  expect(filledRows([...ratios, 1, 1, 1], wall).slice(0, before.length - 1)).toEqual(before.slice(0, -1));
});

test("gives a picture wider than the wall a row of its own", () => {
  expect(filledRows([9, 1], wall)[0]).toEqual({ start: 0, count: 1, heightPx: 1000 / 9 });
});
