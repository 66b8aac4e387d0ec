import { expect, test } from "vitest";
import { sizeFacts } from "./size-facts";

test("gives the ratio in lowest terms and the area", () => {
  expect(sizeFacts({ widthPx: 1536, heightPx: 1024 })).toBe("3:2, 1.6 MP");
  expect(sizeFacts({ widthPx: 2160, heightPx: 3840 })).toBe("9:16, 8.3 MP");
  expect(sizeFacts({ widthPx: 256, heightPx: 256 })).toBe("1:1, 0.07 MP");
});

test("gives a decimal ratio where whole numbers would say little", () => {
  expect(sizeFacts({ widthPx: 1040, heightPx: 1024 })).toBe("1.02:1, 1.1 MP");
  expect(sizeFacts({ widthPx: 1024, heightPx: 1040 })).toBe("1:1.02, 1.1 MP");
});
