import { afterAll, describe, test } from "vitest";
import { buildZip } from "@/lib/server/archive/zip/zip.fixture";
import { entriesOf, type Files, find, json, openHostileStudio } from "./hostile.fixture";

const { exported, changed, expectRefusal, ...hostile } = await openHostileStudio();
afterAll(() => hostile[Symbol.asyncDispose]());

describe("an archive that is not whole is refused", () => {
  test.each(["manifest.json", "session.json", "matrices.json", "generations.json", "images.json"])(
    "without %s",
    async (name) => {
      const files = new Map(exported);
      files.delete(name);
      await expectRefusal(buildZip(entriesOf(files)), new RegExp(name.replace(".", "\\.")));
    },
  );

  const without = (pattern: RegExp) => (files: Files) => void files.delete(find(files, pattern));
  const replaced = (name: string, content: string) => (files: Files) =>
    void files.set(name, Buffer.from(content));
  test.each<[string, () => Files, RegExp]>([
    [
      "a picture that the manifest names is missing",
      () => {
        const files = new Map(exported);
        without(/^images\//)(files);
        return files;
      },
      /images\/.*is missing/,
    ],
    ["a picture that a row names is missing", () => changed(without(/^images\/.*png/)), /is missing/],
    [
      "a picture was changed",
      () =>
        new Map(exported).set(
          find(exported, /svg$/),
          Buffer.from(exported.get(find(exported, /svg$/))?.toString().replace("rect", "tcer") ?? ""),
        ),
      /its hash differs/,
    ],
    [
      "a row was changed",
      () =>
        new Map(exported).set(
          "session.json",
          Buffer.from(exported.get("session.json")?.toString().replace("fox", "dog") ?? ""),
        ),
      /session\.json: .*hash differs/,
    ],
    [
      "there is a file that belongs to nothing",
      () =>
        changed((files) =>
          files.set(
            "images/019a0000-0000-7000-8000-00000000dead.png",
            files.get(find(files, /png$/)) ?? Buffer.alloc(0),
          ),
        ),
      /belong to no picture/,
    ],
    [
      "there is a file that is not in the manifest",
      () => new Map(exported).set("images/019a0000-0000-7000-8000-00000000dead.png", Buffer.from("x")),
      /not in the manifest/,
    ],
    [
      "a picture is another kind than it says",
      () =>
        changed((files) => files.set(find(files, /jpg$/), files.get(find(files, /png$/)) ?? Buffer.alloc(0))),
      /not the kind of picture/,
    ],
    [
      "a picture is a page",
      () =>
        changed((files) =>
          files.set(find(files, /png$/), Buffer.from("<!doctype html><script>alert(1)</script>")),
        ),
      /not the kind of picture/,
    ],
    [
      "a picture is cut off",
      () =>
        changed((files) =>
          files.set(find(files, /png$/), files.get(find(files, /png$/))?.subarray(0, 100) ?? Buffer.alloc(0)),
        ),
      /not a picture that the studio can read/,
    ],
    [
      "a preview is cut off",
      () =>
        changed((files) =>
          files.set(
            find(files, /^previews/),
            files.get(find(files, /^previews/))?.subarray(0, 40) ?? Buffer.alloc(0),
          ),
        ),
      /not a picture that the studio can read/,
    ],
    [
      "a list is cut off",
      () =>
        changed((files) =>
          files.set("images.json", files.get("images.json")?.subarray(0, -3) ?? Buffer.alloc(0)),
        ),
      /images\.json: is cut off/,
    ],
    [
      "a list goes on after its end",
      () =>
        changed((files) =>
          files.set(
            "images.json",
            Buffer.concat([files.get("images.json") ?? Buffer.alloc(0), Buffer.from("{}\n")]),
          ),
        ),
      /one row a line/,
    ],
    ["a list is no list", () => changed(replaced("matrices.json", "{}\n")), /one row a line/],
    ["a row is not JSON", () => changed(replaced("matrices.json", "[\n{nope}\n]\n")), /line 2 is not JSON/],
    [
      "a row is not UTF-8",
      () => changed((files) => files.set("matrices.json", Buffer.from([0x5b, 10, 0xff, 0xfe, 10]))),
      /not UTF-8/,
    ],
    [
      "its version is unknown",
      () =>
        changed((files) =>
          files.set(
            "manifest.json",
            Buffer.from(JSON.stringify({ ...json(files, "manifest.json"), version: 3 })),
          ),
        ),
      /has version 3; this studio reads versions 1 and 2/,
    ],
    [
      "it is another format",
      () =>
        changed((files) =>
          files.set(
            "manifest.json",
            Buffer.from(JSON.stringify({ ...json(files, "manifest.json"), format: "x" })),
          ),
        ),
      /manifest\.json: has a wrong format/,
    ],
    [
      "its counts are wrong",
      () =>
        changed((files) => {
          const manifest = json(files, "manifest.json");
          files.set(
            "manifest.json",
            Buffer.from(JSON.stringify({ ...manifest, counts: { ...manifest.counts, images: 7 } })),
          );
        }),
      /says 7 images and has 8/,
    ],
  ])("%s", async (_, make, message) => expectRefusal(buildZip(entriesOf(make())), message));
});
