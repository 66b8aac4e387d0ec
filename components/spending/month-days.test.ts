import { describe, expect, test } from "vitest";
import { monthDays } from "./month-days";

describe("monthDays", () => {
  test("gives every day up to today, those without spending as zeros", () => {
    const spent = { day: "2026-11-02", usd: 0.4, pictureCount: 3 };
    expect(monthDays([spent], "2026-11-03")).toEqual([
      { day: "2026-11-01", usd: 0, pictureCount: 0 },
      spent,
      { day: "2026-11-03", usd: 0, pictureCount: 0 },
    ]);
  });

  test("leaves out days of another month", () => {
    const spent = { day: "2026-10-31", usd: 0.4, pictureCount: 3 };
    expect(monthDays([spent], "2026-11-01")).toEqual([{ day: "2026-11-01", usd: 0, pictureCount: 0 }]);
  });
});
