import { expect, test } from "vitest";
import { type FilterChoice, filterOf, withFilter } from "./gallery-filter";

const ADDRESS = new URL("http://studio.test/s/one?image=two");
const VISITOR_ID = "0198e2a5-0000-7000-8000-000000000001";
const ALL: FilterChoice = { favouritesOnly: false, hideRejected: false, pickedBy: null };

test.each<[Partial<FilterChoice>, string]>([
  [{}, "?image=two"],
  [{ favouritesOnly: true }, "?image=two&favourites=only"],
  [{ hideRejected: true }, "?image=two&rejected=hidden"],
  [{ pickedBy: "anyone" }, "?image=two&picked-by=anyone"],
  [{ pickedBy: VISITOR_ID, hideRejected: true }, `?image=two&rejected=hidden&picked-by=${VISITOR_ID}`],
])("keeps %o in the address, beside what else is there", (change, search) => {
  const choice = { ...ALL, ...change };
  const address = withFilter(ADDRESS, choice);
  expect(address.search).toBe(search);
  expect(filterOf(address.searchParams)).toEqual(choice);
  expect(withFilter(address, ALL).search).toBe("?image=two");
});

test("leaves out what it cannot read", () => {
  const params = new URLSearchParams("favourites=yes&rejected=&picked-by=<script>");
  expect(filterOf(params)).toEqual(ALL);
});
