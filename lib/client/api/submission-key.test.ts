import { expect, test } from "vitest";
import { submissionKeys } from "./submission-key";

function counted() {
  let count = 0;
  return submissionKeys(() => `key-${++count}`);
}

test("keeps the key while the same input is tried again", () => {
  const keys = counted();
  expect(keys.keyFor({ prompt: "a" })).toBe("key-1");
  expect(keys.keyFor({ prompt: "a" })).toBe("key-1");
});

test("makes a new key when the input has changed", () => {
  const keys = counted();
  keys.keyFor({ prompt: "a", options: { size: "auto" } });
  expect(keys.keyFor({ prompt: "a", options: {} })).toBe("key-2");
});

test("does not come back to an earlier input's key", () => {
  const keys = counted();
  keys.keyFor({ prompt: "a" });
  keys.keyFor({ prompt: "b" });
  expect(keys.keyFor({ prompt: "a" })).toBe("key-3");
});

test("makes a new key after success, even for the same input", () => {
  const keys = counted();
  keys.keyFor({ prompt: "a" });
  keys.settle();
  expect(keys.keyFor({ prompt: "a" })).toBe("key-2");
});
