import { expect, test } from "vitest";
import { layOutTree, treeMove } from "./tree-layout";

const entry = (id: string, parentId: string | null = null) => ({ id, parentId });
const gridOf = (places: ReturnType<typeof layOutTree>) =>
  Object.fromEntries(places.map(({ id, column, row }) => [id, [column, row]]));

const branches = [
  ...[entry("a"), entry("b", "a"), entry("c", "b"), entry("d", "a"), entry("e", "d"), entry("f", "d")],
  entry("g"),
];

test("goes on in one row with first children and begins a row for each other one", () => {
  expect(gridOf(layOutTree(branches))).toEqual({
    ...{ a: [0, 0], b: [1, 0], c: [2, 0] },
    ...{ d: [1, 1], e: [2, 1], f: [2, 2] },
    g: [0, 3],
  });
});

test("gives no two generations one place, whatever the shape", () => {
  const entries = Array.from({ length: 1_000 }, (_, at) =>
    entry(String(at), at % 7 === 0 ? null : String(Math.floor((at * 31) % at))),
  );
  const places = layOutTree(entries);
  expect(places).toHaveLength(1_000);
  expect(new Set(places.map(({ column, row }) => `${column} ${row}`)).size).toBe(1_000);
});

test("lays out a chain of thousands", () => {
  const chain = Array.from({ length: 5_000 }, (_, at) => entry(String(at), at === 0 ? null : String(at - 1)));
  expect(layOutTree(chain).at(-1)).toMatchObject({ column: 4_999, row: 0 });
});

test("makes a root of what iterates on something that is not there", () => {
  expect(gridOf(layOutTree([entry("a", "gone"), entry("b", "a")]))).toEqual({ a: [0, 0], b: [1, 0] });
});

test("moves along branches and to the rows above and below, and stays at the ends", () => {
  const places = layOutTree(branches);
  expect(treeMove(places, "b", "parent")).toBe("a");
  expect(treeMove(places, "a", "child")).toBe("b");
  expect(treeMove(places, "c", "below")).toBe("e");
  expect(treeMove(places, "f", "below")).toBe("g");
  expect(treeMove(places, "d", "above")).toBe("b");
  expect(treeMove(places, "g", "below")).toBeNull();
  expect(treeMove(places, "c", "child")).toBeNull();
});
