import { expect, test } from "vitest";
import { readDownloadRequest } from "./read-download-request";

const id = "019a0000-0000-7000-8000-000000000001";
const post = (body: BodyInit, type: string) =>
  new Request("http://studio.invalid/", { method: "POST", body, headers: { "content-type": type } });
const FORM = "application/x-www-form-urlencoded";

test.each<[string, () => Request, object]>([
  [
    "JSON",
    () => post(JSON.stringify({ imageIds: [id], recipe: true }), "application/json"),
    { imageIds: [id], recipe: true },
  ],
  [
    "JSON without recipe",
    () => post(JSON.stringify({ imageIds: [id] }), "application/json"),
    { imageIds: [id], recipe: false },
  ],
  [
    "a form",
    () => post(`imageIds=${id}&imageIds=${id.toUpperCase()}&recipe=on`, FORM),
    { imageIds: [id, id], recipe: true },
  ],
  [
    "a form without recipe",
    () => post(`imageIds=${id}`, `${FORM}; charset=utf-8`),
    { imageIds: [id], recipe: false },
  ],
])("reads a selection from %s", async (_, request, selection) => {
  expect(await readDownloadRequest(request())).toEqual(selection);
});

test.each<[string, () => Request, string]>([
  ["nothing", () => post("{}", "application/json"), "invalid_input"],
  ["no pictures", () => post("recipe=on", FORM), "invalid_input"],
  ["a wrong id", () => post("imageIds=1", FORM), "invalid_input"],
  ["a wrong flag", () => post(`imageIds=${id}&recipe=constructor`, FORM), "invalid_input"],
  ["an unknown field", () => post(`imageIds=${id}&__proto__=1`, FORM), "invalid_input"],
  ["too many", () => post(`imageIds=${id}&`.repeat(2_001), FORM), "invalid_input"],
  ["a body without end", () => post("a".repeat(2_000_000), FORM), "payload_too_large"],
  ["another type", () => post("imageIds", "text/plain"), "unsupported_media_type"],
])("refuses a selection of %s", async (_, request, code) => {
  await expect(readDownloadRequest(request())).rejects.toMatchObject({ code });
});
