import { expect, test } from "vitest";
import { cleanName, cleanText } from "./clean-text";

test.each([
  ["Love this one", "Love this one"],
  ["  two\r\nlines\r", "two\nlines"],
  ["a\u0000b\u001bc\u0085d\u007f", "abcd"],
  ["\u202Egnp.exe\u2066", "gnp.exe"],
  ["a\n\n\n\n\nb", "a\n\nb"],
  ["half \ud83d", "half \ufffd"],
  ["<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
  ["\u200b\u2060 \u3164\u2800\ufe0f", ""],
  [`Z${"\u0301".repeat(90)}!`, `Z${"\u0301".repeat(8)}!`],
  ["שלום 👩‍👧 مرحبا", "שלום 👩‍👧 مرحبا"],
])("takes from %j what could disturb the page around it", (text, clean) => {
  expect(cleanText(text)).toBe(clean);
});

test("keeps a name in one line", () => {
  expect(cleanName(" Ana\n\tof\u2028the  studio ")).toBe("Ana of the studio");
});
