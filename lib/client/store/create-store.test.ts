import { expect, test } from "vitest";
import { createStore } from "./create-store";

test("tells its listeners of another value, and of the same one nothing", () => {
  const store = createStore(1);
  const told: number[] = [];
  const leave = store.subscribe(() => told.push(store.get()));
  store.set(2);
  store.set(2);
  store.set(Number.NaN);
  store.set(Number.NaN);
  leave();
  store.set(3);
  expect(told).toEqual([2, Number.NaN]);
  expect([store.get(), store.initial]).toEqual([3, 1]);
});
