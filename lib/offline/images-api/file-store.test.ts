import { describe, expect, test } from "vitest";
import { createFileStore, FILE_LIFE_MS } from "./file-store";

const mebibyte = 1024 * 1024;

describe("files in memory", () => {
  test("gives back the bytes with their type until they expire", () => {
    let nowMs = 0;
    const files = createFileStore(() => nowMs);
    const id = files.put(Uint8Array.of(1, 2, 3), "image/webp");
    nowMs = FILE_LIFE_MS - 1;
    expect(files.get(id)).toMatchObject({ bytes: Uint8Array.of(1, 2, 3), contentType: "image/webp" });
    nowMs = FILE_LIFE_MS;
    expect(files.get(id)).toBeNull();
  });

  test("knows nothing of other ids", () => {
    expect(createFileStore(() => 0).get("constructor")).toBeNull();
  });

  test("lets the oldest give way above 256 MB", () => {
    const files = createFileStore(() => 0);
    const ids = [1, 2, 3].map(() => files.put(new Uint8Array(100 * mebibyte), "image/png"));
    expect(ids.map((id) => files.get(id) === null)).toEqual([true, false, false]);
  });
});
