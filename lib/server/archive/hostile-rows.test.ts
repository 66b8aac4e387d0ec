import { afterAll, describe, it } from "vitest";
import { entriesOf, type Files, find, json, openHostileStudio } from "./hostile.fixture";
import { buildZip } from "./zip.fixture";

const { exported, changed, withRow, expectRefusal, ...hostile } = await openHostileStudio();
afterAll(() => hostile[Symbol.asyncDispose]());

describe("an archive that is not whole is refused", () => {
  it.each(["manifest.json", "session.json", "matrices.json", "generations.json", "images.json"])(
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
  it.each<[string, () => Files, RegExp]>([
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
            Buffer.from(JSON.stringify({ ...json(files, "manifest.json"), version: 2 })),
          ),
        ),
      /has version 2; this studio reads version 1/,
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

describe("a row that makes no sense is refused", () => {
  const stranger = "019a0000-0000-7000-8000-00000000beef";
  it.each<[string, string, number, object, RegExp]>([
    ["an unknown field", "images.json", 0, { more: 1 }, /line 2 .*more/],
    ["an unknown state", "images.json", 0, { state: "waiting" }, /wrong state/],
    ["a picture without a file", "images.json", 0, { original: null }, /completed without an original/],
    ["an ending without a reason", "images.json", 4, { failure: null }, /ended without a reason/],
    [
      "a failure that nobody knows",
      "images.json",
      4,
      { failure: { code: "x", message: "", billed: "no", todo: "" } },
      /wrong failure/,
    ],
    ["a file of another picture", "images.json", 0, { original: `images/${stranger}.png` }, /not its own/],
    ["a file outside", "images.json", 0, { original: "../../etc/passwd" }, /not its own/],
    [
      "a generation that is not there",
      "images.json",
      0,
      { generationId: stranger },
      /names a generation that is not there/,
    ],
    ["a place beyond its generation", "images.json", 2, { index: 3 }, /a place that its generation has not/],
    ["a place twice", "images.json", 1, { index: 0 }, /order of the generations/],
    ["a NUL", "generations.json", 0, { prompt: "a\0b" }, /wrong prompt: holds characters/],
    ["half a character", "generations.json", 0, { prompt: "a\ud83d" }, /wrong prompt: holds characters/],
    ["an option that nobody knows", "generations.json", 0, { options: { steps: 1 } }, /wrong options/],
    [
      "a matrix that is not there",
      "generations.json",
      0,
      { matrixId: stranger },
      /names a matrix that is not there/,
    ],
    [
      "a cell without a matrix",
      "generations.json",
      0,
      { cell: { row: 0, column: 0 } },
      /names a matrix that is not there/,
    ],
    [
      "a cell beyond its matrix",
      "generations.json",
      1,
      { cell: { row: 2, column: 0 } },
      /cell that its matrix has not/,
    ],
    ["a cost below zero", "images.json", 0, { costUsd: -1 }, /wrong costUsd/],
    ["a cost beyond numbers", "generations.json", 0, { estimateUsd: 1e300 }, /wrong estimateUsd/],
    ["a time before time", "images.json", 0, { createdAt: "0000-01-01T00:00:00Z" }, /wrong createdAt/],
    ["an id that is none", "generations.json", 0, { id: "1; drop table images" }, /wrong id/],
    ["a width of nothing", "images.json", 0, { widthPx: 0 }, /wrong widthPx/],
  ])("%s", async (_, name, place, values, message) =>
    expectRefusal(buildZip(entriesOf(withRow(name, place, values))), message),
  );

  it("an id twice", async () => {
    const [first] = json(exported, "generations.json");
    await expectRefusal(
      buildZip(entriesOf(withRow("generations.json", 1, { id: first.id }))),
      /two rows with the id/,
    );
  });

  it("a picture that descends from itself", async () => {
    const images = json(exported, "images.json");
    await expectRefusal(
      buildZip(entriesOf(withRow("generations.json", 0, { parentImageId: images[3].id }))),
      /descends from itself/,
    );
  });
});
