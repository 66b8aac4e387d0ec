import { expect, test } from "vitest";
import { downloadName, sessionZipName } from "./download-name";

test.each([
  ["A red fox, in snow.", 1, "image/png", "a-red-fox-in-snow-2.png"],
  ["雪の中の赤い狐", 0, "image/jpeg", "雪の中の赤い狐-1.jpg"],
  ["../../etc/passwd", 0, "image/webp", "etc-passwd-1.webp"],
  ["👩‍🚀", 9, "image/svg+xml", "image-10.svg"],
])("names %j by its words, its place and its type", (prompt, index, contentType, expected) => {
  expect(downloadName(prompt, { index, contentType })).toBe(expected);
});

test("keeps names short, and never ends one with a dash", () => {
  const name = downloadName(`${"word ".repeat(11)}fours and more`, { index: 0, contentType: "image/gif" });
  expect(name).toMatch(/^(word-){11}fours?-1\.gif$/);
});

test("calls a session's zip after its title, in every script", () => {
  expect(sessionZipName("Studies of a fox!")).toBe("studies-of-a-fox-session.zip");
  expect(sessionZipName("狐の習作 2")).toBe("狐の習作-2-session.zip");
  expect(sessionZipName("…")).toBe("image-session.zip");
});
