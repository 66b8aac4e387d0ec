import { expect, test } from "vitest";
import { watchForFinal } from "./watch-for-final";

const event = (type: string, data: string) => `event: ${type}\ndata: {"type":"${type}",${data}}\n\n`;
const partial = event("image_generation.partial_image", `"b64_json":"${"A".repeat(2_000)}"`);
const final = event("image_generation.completed", `"b64_json":"${"B".repeat(2_000)}"`);

function foundAfter(stream: string, chunkChars: number): number | null {
  let at: number | null = null;
  let read = 0;
  const finals = watchForFinal(() => {
    expect(at, "told once").toBeNull();
    at = read;
  });
  for (let start = 0; start < stream.length; start += chunkChars) {
    const chunk = stream.slice(start, start + chunkChars);
    read += chunk.length;
    finals.feed(chunk);
  }
  return at;
}

test.each([1, 2, 3, 7, 250, 1_999, 10_000])(
  "sees the final begin in chunks of %i characters",
  (chunkChars) => {
    for (const stream of [partial + partial + final, (partial + final).replaceAll("\n", "\r\n"), final]) {
      const begin = stream.indexOf(".completed");
      const at = foundAfter(stream, chunkChars);
      expect(at).toBeGreaterThan(begin);
      expect(at).toBeLessThanOrEqual(Math.min(begin + 10 + chunkChars, stream.length));
    }
  },
);

test("sees none in previews, nor in a name that stands in the middle of a long event", () => {
  expect(foundAfter(partial + partial, 100)).toBeNull();
  expect(foundAfter(event("x", `"words":"${"a ".repeat(400)}image_generation.completed"`), 100)).toBeNull();
});
