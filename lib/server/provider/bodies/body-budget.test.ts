import { expect, test } from "vitest";
import { createBodyBudget } from "./body-budget";

/** Whether it goes on by itself, now that everything due has happened. */
async function hasGoneOn(held: Promise<void>): Promise<boolean> {
  let isDone = false;
  void held.then(() => {
    isDone = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return isDone;
}
const open = () => createBodyBudget({ freeBytes: 10, sharedBytes: 100 });

test("no body waits for what is free, however many there are", async () => {
  const budget = open();
  const held = Array.from({ length: 1_000 }, () => budget.open().hold(10));
  await Promise.all(held);
});

test("a body beyond the budget waits until others are done, and the first is never held up", async () => {
  const budget = open();
  const [first, second, third] = [budget.open(), budget.open(), budget.open()];
  await first.hold(60);
  await second.hold(50);
  const held = second.hold(70);
  const late = third.hold(20);
  expect([await hasGoneOn(held), await hasGoneOn(late)]).toEqual([false, false]);
  await first.hold(5_000);
  first[Symbol.dispose]();
  expect([await hasGoneOn(held), await hasGoneOn(late)]).toEqual([true, true]);
});

test("when the first is done the next one is the first", async () => {
  const budget = open();
  const [first, second, third] = [budget.open(), budget.open(), budget.open()];
  await first.hold(200);
  const [held, late] = [second.hold(200), third.hold(200)];
  expect([await hasGoneOn(held), await hasGoneOn(late)]).toEqual([false, false]);
  await first.hold(0);
  expect([await hasGoneOn(held), await hasGoneOn(late)]).toEqual([true, false]);
  second[Symbol.dispose]();
  await late;
});

test("a body that ends while it waits takes nothing with it", async () => {
  const budget = open();
  const [first, second, third] = [budget.open(), budget.open(), budget.open()];
  await first.hold(110);
  const held = second.hold(90);
  expect(await hasGoneOn(held)).toBe(false);
  second[Symbol.dispose]();
  await held;
  await third.hold(10);
  first[Symbol.dispose]();
  const fourth = budget.open();
  await Promise.all([third.hold(110), fourth.hold(10)]);
});
