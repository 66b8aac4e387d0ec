import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { originalKey } from "@/lib/domain/generation/picture-address";
import { type ArchiveStudio, openArchiveStudio, unzip } from "@/lib/server/archive/archive.fixture";
import { seedSession } from "@/lib/server/archive/seed-session.fixture";
import { downloadPicture } from "@/lib/server/images/download-picture";
import { rawPixels } from "@/lib/server/picture-files/picture.fixture";
import type { Storage } from "@/lib/server/ports/storage";
import { readRecipe } from "@/lib/server/recipes/read-recipe";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { downloadPictures } from "./download-pictures";

const database = useDatabase();
let studio: ArchiveStudio;
let seeded: Awaited<ReturnType<typeof seedSession>>;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  studio = stack.use(await openArchiveStudio(database));
  seeded = await seedSession(studio);
});
afterAll(() => stack.disposeAsync());

const original = async (id: string) => (await studio.storage.get(originalKey(id))) ?? new Uint8Array();
const filesOf = async (response: Response) => unzip(new Uint8Array(await response.arrayBuffer()));
const first = () => seeded.imageIds[0] ?? "";

test("downloads the original byte for byte, under the words of its prompt", async () => {
  const response = await downloadPicture(studio, LOCAL_OWNER, { id: first(), withRecipe: false });
  expect(response.headers.get("content-disposition")).toBe(
    `attachment; filename="_____-quoted-x-1.png"; filename*=UTF-8''${encodeURIComponent("雪の中の狐-quoted-x-1.png")}`,
  );
  expect(response.headers.get("content-type")).toBe("image/png");
  const bytes = await response.bytes();
  expect(response.headers.get("content-length")).toBe(String(bytes.length));
  expect(Buffer.from(bytes).equals(await original(first()))).toBe(true);
});

test("downloads a copy with the recipe, and leaves the original as it was", async () => {
  const before = createHash("sha256")
    .update(await original(first()))
    .digest("hex");
  const response = await downloadPicture(studio, LOCAL_OWNER, { id: first(), withRecipe: true });
  const bytes = await response.bytes();
  expect(response.headers.get("content-length")).toBe(String(bytes.length));
  expect(readRecipe(bytes)).toMatchObject({
    ...{ imageId: first(), imageIndex: 0, sessionId: seeded.sessionId, modelId: "model-of-old" },
    ...{ costUsd: 0.011, revisedPrompt: "a red fox 🦊", used: { quality: "high" } },
  });
  expect(await rawPixels(bytes)).toEqual(await rawPixels(await original(first())));
  expect(
    createHash("sha256")
      .update(await original(first()))
      .digest("hex"),
  ).toBe(before);
});

test("downloads the bytes that were kept of a failed picture, and finds no recipe for them", async () => {
  const response = await downloadPicture(studio, LOCAL_OWNER, { id: seeded.failedId, withRecipe: true });
  expect(Buffer.from(await response.bytes()).equals(await original(seeded.failedId))).toBe(true);
  expect(response.headers.get("content-disposition")).toContain(".bin");
});

test.each([
  ["an unknown picture", LOCAL_OWNER, () => "019a0000-0000-7000-8000-000000000000"],
  ["another viewer's", { id: "stranger" }, first],
])("answers the download of %s with not found", async (_, viewer, id) => {
  await expect(downloadPicture(studio, viewer, { id: id(), withRecipe: false })).rejects.toMatchObject({
    code: "not_found",
  });
});

test.each([false, true])(
  "zips a selection in its order with a recipe beside each picture (inside too: %s)",
  async (recipe) => {
    const imageIds = seeded.imageIds.toReversed();
    const files = await filesOf(
      await downloadPictures(studio, LOCAL_OWNER, { imageIds: [...imageIds, first()], recipe }),
    );
    expect([...files.keys()]).toEqual([
      ...["a-fox-1.svg", "a-fox-1.json", "雪の中の狐-quoted-x-2.jpg", "雪の中の狐-quoted-x-2.json"],
      ...["雪の中の狐-quoted-x-1.png", "雪の中の狐-quoted-x-1.json"],
    ]);
    const names = [...files.keys()];
    for (const [place, id] of imageIds.entries()) {
      const picture = files.get(names[2 * place] ?? "") ?? Buffer.alloc(0);
      const beside: unknown = JSON.parse(files.get(names[2 * place + 1] ?? "")?.toString() ?? "");
      expect(beside).toMatchObject({ app: "Safelight", imageId: id });
      expect(readRecipe(picture)).toEqual(recipe ? beside : null);
      expect(picture.equals(await original(id))).toBe(!recipe);
    }
  },
);

test.each<[string, { id: string }, () => string[]]>([
  ["one is unknown", LOCAL_OWNER, () => [first(), "019a0000-0000-7000-8000-000000000000"]],
  ["one is in the trash", LOCAL_OWNER, () => [first(), seeded.trashedId]],
  ["one has failed", LOCAL_OWNER, () => [first(), seeded.failedId]],
  ["they are another viewer's", { id: "stranger" }, () => seeded.imageIds],
])("refuses a selection before the first byte when %s", async (_, viewer, imageIds) => {
  const zipping = downloadPictures(studio, viewer, { imageIds: imageIds(), recipe: false });
  await expect(zipping).rejects.toMatchObject({ code: "not_found" });
});

test("opens a picture only when its turn comes, and closes it when the client leaves", async () => {
  const opened: string[] = [];
  let cancelled = 0;
  const storage: Storage = {
    ...studio.storage,
    async open(key) {
      opened.push(key);
      const stored = await studio.storage.open(key);
      const stream = () =>
        new ReadableStream<Uint8Array<ArrayBuffer>>(
          {
            pull: (controller) => controller.enqueue(new Uint8Array(10)),
            cancel() {
              cancelled += 1;
            },
          },
          { highWaterMark: 0 },
        );
      return stored && { ...stored, stream };
    },
  };
  const selection = { imageIds: seeded.imageIds, recipe: false };
  const reader = (await downloadPictures({ ...studio, storage }, LOCAL_OWNER, selection)).body?.getReader();
  expect(opened).toEqual([]);
  for (let nth = 0; nth < 5; nth += 1) await reader?.read();
  expect(opened).toEqual([originalKey(first())]);
  await reader?.cancel();
  expect({ opened: opened.length, cancelled }).toEqual({ opened: 1, cancelled: 1 });
});

test("breaks the zip off, rather than leave a picture out without a word", async () => {
  const open = async () => null;
  const selection = { imageIds: seeded.imageIds, recipe: false };
  const response = await downloadPictures(
    { ...studio, storage: { ...studio.storage, open } },
    LOCAL_OWNER,
    selection,
  );
  await expect(response.arrayBuffer()).rejects.toThrow();
});
