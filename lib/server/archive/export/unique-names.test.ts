import { expect, test } from "vitest";
import { uniqueNames } from "./unique-names";

test("gives every file a name of its own, whatever the file system makes of case and accents", () => {
  const unique = uniqueNames();
  const names = [
    "fox-1.png",
    "fox-1.png",
    "fox-1.jpg",
    "fox-1-2.png",
    "FOX-1.png",
    "\u00e9.png",
    "e\u0301.png",
  ];
  expect(names.map((name) => unique(name).name)).toEqual([
    ...[
      "fox-1.png",
      "fox-1-2.png",
      "fox-1-3.jpg",
      "fox-1-2-2.png",
      "FOX-1-4.png",
      "\u00e9.png",
      "e\u0301-2.png",
    ],
  ]);
});
