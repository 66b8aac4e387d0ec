import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modelTable } from "@/lib/domain/models/model-table";
import { loadModels } from "./load-models";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "models-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function load(text: string) {
  const file = path.join(folder, "models.json");
  await writeFile(file, text);
  return loadModels(file);
}

test("is the table where no file is named", async () => {
  expect(await loadModels(undefined)).toEqual(modelTable());
});

test("lays the owner's rows over it", async () => {
  expect((await load('{"dall-e-3":{"label":"Mine"}}')).get("dall-e-3")?.label).toBe("Mine");
});

test.each([
  ['{"dall-e-3":{"label":""}}', 'Row "dall-e-3", field "label"'],
  ['{"dall-e-3":', "JSON"],
  ["[]", "must hold an object"],
])("names the file and what is wrong with %s", async (text, reason) => {
  await expect(load(text)).rejects.toThrow(/^STUDIO_MODELS_FILE \(.*models\.json\): /);
  await expect(load(text)).rejects.toThrow(reason);
});

test("names the file when it is not there", async () => {
  await expect(loadModels(path.join(folder, "none.json"))).rejects.toThrow(/^STUDIO_MODELS_FILE .*ENOENT/);
});
