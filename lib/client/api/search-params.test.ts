import { expect, test } from "vitest";
import { NO_SEARCH, searchAddress, searchOf } from "./search-params";

const SESSION = "0199aa00-0000-7000-8000-000000000001";

test("reads back every search that it writes", () => {
  const search = {
    ...{ q: "red house, 50% & more", model: "m-1", size: "1024x1536", favourite: "yes" as const },
    ...{ rejected: "no" as const, from: "2026-11-01", to: "2026-11-22", session: SESSION },
  };
  expect(searchOf(new URLSearchParams(searchAddress(search)))).toEqual(search);
  expect(searchAddress(NO_SEARCH)).toBe("");
});

test("leaves out what it cannot read and keeps the rest", () => {
  const params = new URLSearchParams("q=fox&size=huge&favourite=maybe&from=today&session=7&rejected=no");
  expect(searchOf(params)).toEqual({ ...NO_SEARCH, q: "fox", rejected: "no" });
});
