import { afterAll, describe, test } from "vitest";
import { buildZip } from "@/lib/server/archive/zip/zip.fixture";
import { entriesOf, json, openHostileStudio } from "./hostile.fixture";

const { exported, withRow, expectRefusal, ...hostile } = await openHostileStudio();
afterAll(() => hostile[Symbol.asyncDispose]());

describe("a row that makes no sense is refused", () => {
  const stranger = "019a0000-0000-7000-8000-00000000beef";
  test.each<[string, string, number, object, RegExp]>([
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

  test("an id twice", async () => {
    const [first] = json(exported, "generations.json");
    await expectRefusal(
      buildZip(entriesOf(withRow("generations.json", 1, { id: first.id }))),
      /two rows with the id/,
    );
  });

  test("a picture that descends from itself", async () => {
    const images = json(exported, "images.json");
    await expectRefusal(
      buildZip(entriesOf(withRow("generations.json", 0, { parentImageId: images[3].id }))),
      /descends from itself/,
    );
  });
});
