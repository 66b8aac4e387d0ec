import { describe, expect, test } from "vitest";
import { parseLimit } from "./parse-limit";

describe("parseLimit", () => {
  test("reads dollars and cents, and an empty field as no limit", () => {
    expect(parseLimit(" 12.50 ")).toEqual({ limitUsd: 12.5 });
    expect(parseLimit("0")).toEqual({ limitUsd: 0 });
    expect(parseLimit("")).toEqual({ limitUsd: null });
  });

  test.each(["-1", "1e3", "12.505", "ten", "1000001", "$5"])("refuses %s", (text) => {
    expect(parseLimit(text)).toHaveProperty("problem");
  });
});
