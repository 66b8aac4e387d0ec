import { expect, test } from "vitest";
import { placeWords, spentWords } from "./token-words";

test("says what was spent, and of how much where there is a limit", () => {
  expect(spentWords({ monthUsd: 0, monthlyLimitUsd: null })).toBe("$0.00 this month");
  expect(spentWords({ monthUsd: 0.04, monthlyLimitUsd: 20 })).toBe("$0.04 of $20.00 this month");
});

test("names the session that pictures go to, also before it exists", () => {
  expect(placeWords({ sessionTitle: "Foxes" })).toBe("into “Foxes”");
  expect(placeWords({ sessionTitle: null })).toBe("into “From programs”");
});
