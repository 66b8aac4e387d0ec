import { expect, test } from "vitest";
import { atMost } from "./at-most";

test("runs at most so many at a time, all of them, in their order, whether they fail or not", async () => {
  const run = atMost(2);
  let running = 0;
  let most = 0;
  const begun: number[] = [];
  const fates = await Promise.allSettled(
    Array.from({ length: 9 }, (_, place) =>
      run(async () => {
        begun.push(place);
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        if (place % 3 === 0) throw new Error("no");
        return place;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(fates.filter(({ status }) => status === "rejected")).toHaveLength(3);
});
