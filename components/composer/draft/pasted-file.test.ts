import { expect, test } from "vitest";
import { pastedFile } from "./pasted-file";

const picture = new File(["x"], "a-fox.png", { type: "image/png" });
const clipboard = (types: string[], file: File | null = picture) => ({ types, files: { item: () => file } });

test.each([
  ["copied in a file manager, with its name as text", ["text/plain", "Files"]],
  ["copied in a file manager, with its address", ["text/plain", "text/uri-list", "Files"]],
  ["copied as nothing but a file", ["Files"]],
  ["copied as a picture of a page", ["text/html", "Files"]],
])("takes a file that was %s", (_, types) => {
  expect(pastedFile(clipboard(types))).toBe(picture);
});

test.each([
  ["text that brings a picture of itself along", clipboard(["text/plain", "text/html", "Files"])],
  ["cells of a table", clipboard(["text/plain", "text/rtf", "Files"])],
  ["plain text", clipboard(["text/plain"], null)],
])("leaves %s to the text field", (_, copied) => {
  expect(pastedFile(copied)).toBeNull();
});
