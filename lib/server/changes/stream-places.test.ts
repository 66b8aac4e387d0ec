import { expect, test } from "vitest";
import { takeStreamPlace } from "./stream-places";

test("a reader has so many places, another reader has others, and one given back is free, once", () => {
  const studio = { streams: new Set<() => void>() };
  const giveBack = takeStreamPlace(studio, "viewer:a", 2);
  takeStreamPlace(studio, "viewer:a", 2);
  expect(() => takeStreamPlace(studio, "viewer:a", 2)).toThrow(
    expect.objectContaining({ code: "too_many_tries", retryAfterMs: 10_000 }),
  );
  takeStreamPlace(studio, "viewer:b", 2);
  giveBack();
  giveBack();
  takeStreamPlace(studio, "viewer:a", 2);
  expect(() => takeStreamPlace(studio, "viewer:a", 2)).toThrow();
  expect(() => takeStreamPlace({ streams: new Set() }, "viewer:a", 2)).not.toThrow();
});

test("all readers together have no more places than the process", () => {
  const studio = { streams: new Set<() => void>() };
  for (let taken = 0; taken < 2_000; taken += 1) takeStreamPlace(studio, `viewer:${taken}`, 1);
  expect(() => takeStreamPlace(studio, "viewer:late", 1)).toThrow("Too many people watch");
});
