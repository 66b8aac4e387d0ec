import { expect, test } from "vitest";
import { type ActionKeys, KEYS } from "@/lib/client/keys/keys";
import { KEY_GUIDE } from "./key-guide";

const PLACES: readonly (readonly [heading: string, keys: Readonly<Record<string, ActionKeys>>])[] = [
  ["In the gallery", KEYS.gallery],
  ["With a picture open", KEYS.inspector],
  ["While comparing", KEYS.compare],
  ["While culling", KEYS.cull],
  ["In the tree", KEYS.tree],
  ["In the list of sessions", KEYS.sessions],
];

const toldIn = (heading: string) =>
  KEY_GUIDE.filter((chapter) => chapter.heading === heading).flatMap(({ hints }) =>
    hints.flatMap(({ keys }) => keys),
  );

test("has a chapter for each place", () => {
  expect(KEY_GUIDE.map(({ heading }) => heading)).toEqual(PLACES.map(([heading]) => heading));
});

test.each(PLACES)("%s: tells every key that the place knows, and no other", (heading, keys) => {
  const known = Object.values(keys).flatMap(({ shown }) => shown);
  const told = toldIn(heading);
  expect(told.filter((key) => !known.includes(key))).toEqual([]);
  // What a picture's keys do in the gallery they do in the inspector.
  const elsewhere = heading === "With a picture open" ? toldIn("In the gallery") : [];
  expect(known.filter((key) => !told.includes(key) && !elsewhere.includes(key))).toEqual([]);
});
