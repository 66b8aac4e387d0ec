import { expect, test } from "vitest";
import { parseSize, shapeOf } from "./size";

test.each([
  "auto",
  "",
  "1024",
  "0x1024",
  "1024x0",
  "1024x1024x2",
  "1024 x 1024",
  "100000x1",
  "1024×1024",
  "１024x1024",
])("reads no size from %j", (text) => expect(parseSize(text)).toBeNull());

test("tells which way a picture is longer", () => {
  const shape = (text: string) => {
    const size = parseSize(text);
    return size && shapeOf(size);
  };
  expect([shape("512x512"), shape("1536x1024"), shape("1024x1025")]).toEqual(["square", "wide", "tall"]);
});
