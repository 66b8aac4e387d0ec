import { expect, test, vi } from "vitest";
import { retry } from "./retry";

test("tries once more than it pauses, and throws the last error", async () => {
  const attempt = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error("first"))
    .mockRejectedValue(new Error("last"));
  await expect(retry(attempt, [1, 1])).rejects.toThrow("last");
  expect(attempt).toHaveBeenCalledTimes(3);
});

test("stops trying when it works", async () => {
  const attempt = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error("first"))
    .mockResolvedValue("done");
  expect(await retry(attempt, [1, 1])).toBe("done");
  expect(attempt).toHaveBeenCalledTimes(2);
});
