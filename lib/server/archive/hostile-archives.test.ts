import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openTestDatabase } from "@/lib/server/generations/studio.fixture";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { type ArchiveStudio, openArchiveStudio, seedSession, unzip, upload } from "./archive.fixture";
import { ARCHIVE_LIMITS } from "./archive-limits";
import { exportSession } from "./export-session";
import { importSession } from "./import-session";
import { buildZip, type TestEntry } from "./zip.fixture";

let studio: ArchiveStudio;
let exported: Map<string, Buffer>;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  studio = stack.use(await openArchiveStudio(stack.use(await openTestDatabase())));
  const { sessionId } = await seedSession(studio);
  const response = await exportSession(studio, LOCAL_OWNER, sessionId);
  exported = await unzip(new Uint8Array(await response.arrayBuffer()));
}, 120_000);
afterAll(() => stack.disposeAsync());

type Files = Map<string, Buffer>;
const entriesOf = (files: Files): TestEntry[] => [...files].map(([name, data]) => ({ name, data }));
const find = (files: Files, pattern: RegExp) =>
  [...files.keys()].find((name) => pattern.test(name)) ?? "none";
const json = (files: Files, name: string) => JSON.parse(files.get(name)?.toString() ?? "");
const rows = (list: object[]) => Buffer.from(`[\n${list.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`);

/** The exported files with one change, and a manifest that agrees with it. */
function changed(change: (files: Files) => void): Files {
  const files = new Map(exported);
  change(files);
  const manifest = json(files, "manifest.json");
  manifest.files = [...files]
    .filter(([name]) => name !== "manifest.json")
    .map(([name, data]) => ({
      path: name,
      sizeBytes: data.length,
      sha256: createHash("sha256").update(data).digest("hex"),
    }));
  return files.set("manifest.json", Buffer.from(JSON.stringify(manifest)));
}

/** The same with one row changed. */
const withRow = (name: string, place: number, values: object) =>
  changed((files) => {
    const list = json(files, name);
    files.set(name, rows(list.with(place, { ...list[place], ...values })));
  });

const withEntry = (pattern: RegExp, values: Partial<TestEntry>): Buffer => {
  const name = find(exported, pattern);
  return buildZip(
    entriesOf(exported).map((entry) => (entry.name === name ? { ...entry, ...values } : entry)),
  );
};
const withExtra = (entry: Partial<TestEntry>) =>
  buildZip([...entriesOf(exported), { name: "extra", data: Buffer.from("x"), ...entry }]);

async function expectRefusal(
  body: Buffer,
  message: RegExp,
  code = "archive_invalid",
  limits = ARCHIVE_LIMITS,
) {
  const before = await studio.traces();
  const importing = importSession(studio, LOCAL_OWNER, upload(new Uint8Array(body)), limits);
  await expect(importing).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  expect(await studio.traces()).toEqual(before);
}

it("imports what the following change, when nothing is changed", async () => {
  const session = await importSession(
    studio,
    LOCAL_OWNER,
    upload(new Uint8Array(buildZip(entriesOf(exported)))),
  );
  expect(session.pictureCount).toBe(3);
});

it("imports an archive that another program has unpacked and packed again", async () => {
  const folders = ["images/", "previews/"].map((name) => ({ name, data: Buffer.alloc(0), mode: 0o040_755 }));
  const packed = entriesOf(exported).map((entry) => ({ ...entry, isDeflated: true }));
  const zip = buildZip([...folders, ...packed.toReversed()], "packed again");
  expect(await importSession(studio, LOCAL_OWNER, upload(new Uint8Array(zip)))).toMatchObject({
    pictureCount: 3,
  });
});

describe("a file that is no zip is refused", () => {
  it.each<[string, () => Buffer, RegExp]>([
    ["nothing", () => Buffer.alloc(0), /not a whole zip/],
    ["text", () => Buffer.from("PK but not really"), /not a whole zip/],
    ["a zip that ends early", () => buildZip(entriesOf(exported)).subarray(0, -60), /not a whole zip/],
    [
      "a zip without its beginning",
      () => buildZip(entriesOf(exported)).subarray(100),
      /zip|directory|header/,
    ],
    [
      "bytes after the end",
      () => Buffer.concat([buildZip(entriesOf(exported)), Buffer.from("more")]),
      /not a whole zip/,
    ],
    ["an empty zip", () => buildZip([]), /no manifest\.json/],
    [
      "another program's zip",
      () => buildZip([{ name: "readme.txt", data: Buffer.from("hi") }]),
      /readme\.txt: has no place/,
    ],
    ["more entries than there are", () => buildZip(entriesOf(exported), "", 5_000), /directory is wrong/],
  ])("%s", async (_, make, message) => expectRefusal(make(), message));
});

describe("a path that is not ours is refused", () => {
  it.each([
    "../evil.png",
    "images/../../evil.png",
    "/etc/passwd",
    "C:/evil.png",
    "..\\evil.png",
    "images\\evil.png",
    "images/./019a0000-0000-7000-8000-000000000001.png",
    "images/019a0000-0000-7000-8000-000000000001.png/../../x",
    "images/019A0000-0000-7000-8000-000000000001.PNG",
    "images/019a0000-0000-7000-8000-000000000001.php",
    "images/\u202egnp.exe",
    "IMAGES.json",
    "manifest.json/",
    "images/\0.png",
    "",
    "x".repeat(60_000),
  ])("%j", async (name) => expectRefusal(withExtra({ name }), /has no place|directory is wrong/));
});

describe("a directory that lies is refused", () => {
  const PICTURE = /^images\/.*png/;
  const unicodePath = (name: string) =>
    Buffer.concat([Buffer.from([0x75, 0x70, name.length + 5, 0, 1, 0, 0, 0, 0]), Buffer.from(name)]);
  it.each<[string, () => Buffer, RegExp]>([
    [
      "a file twice",
      () => buildZip([...entriesOf(exported), ...entriesOf(exported).slice(0, 1)]),
      /is there twice/,
    ],
    [
      "another name before the data",
      () => withEntry(PICTURE, { localName: "../../evil.png" }),
      /two different ways/,
    ],
    ["another size before the data", () => withEntry(PICTURE, { localSizeBytes: 1 }), /two different ways/],
    ["a link", () => withEntry(PICTURE, { mode: 0o120_777 }), /is a link/],
    ["a device", () => withEntry(PICTURE, { mode: 0o060_777 }), /is a link/],
    ["an encrypted file", () => withEntry(PICTURE, { flags: 1 }), /is encrypted/],
    ["an unknown method", () => withEntry(PICTURE, { method: 14 }), /unknown way/],
    [
      "two files on the same bytes",
      () => withEntry(/^images\/.*svg/, { sharesWith: 0 }),
      /two different ways|shares its bytes/,
    ],
    ["a wrong checksum", () => withEntry(PICTURE, { crc: 1 }), /is damaged/],
    [
      "a second name",
      () => withEntry(PICTURE, { extra: unicodePath("x") }),
      /two names|not in the manifest|missing|no place|directory/,
    ],
    [
      "a file beyond the end",
      () => withEntry(PICTURE, { packedBytes: 2 ** 31, sizeBytes: 2 ** 31 }),
      /too large/,
    ],
    [
      "a file that reaches over the end",
      () => withEntry(PICTURE, { packedBytes: 900_000, sizeBytes: 900_000 }),
      /header of its own|shares/,
    ],
    [
      "less than a file unpacks to",
      () => withEntry(PICTURE, { isDeflated: true, sizeBytes: 3 }),
      /cannot be unpacked|larger/,
    ],
    [
      "more than a file unpacks to",
      () => withEntry(PICTURE, { isDeflated: true, sizeBytes: 99_999 }),
      /cannot be unpacked|smaller/,
    ],
    [
      "compressed bytes that are none",
      () => withEntry(PICTURE, { method: 8 }),
      /two different|cannot be unpacked|damaged|missing|smaller/,
    ],
  ])("%s", async (_, make, message) => expectRefusal(make(), message));
});

describe("a bomb is refused", () => {
  const zeros = Buffer.alloc(40_000_000);
  it("by what it declares, whatever it is", async () => {
    const bomb = withEntry(/^images\/.*svg/, { data: zeros, isDeflated: true });
    await expectRefusal(bomb, /far more than it is/);
  });

  it("by what it unpacks to, when it declares less", async () => {
    const lie = { data: zeros, isDeflated: true, sizeBytes: 900_000 };
    await expectRefusal(withEntry(/^images\/.*svg/, lie), /cannot be unpacked|larger/);
  });

  it("by what all files together declare", async () => {
    const limits = { ...ARCHIVE_LIMITS, archiveBytesMax: 60_000 };
    const packed = entriesOf(exported).map((entry) => ({ ...entry, isDeflated: true }));
    const zip = buildZip(packed);
    expect(zip.length).toBeLessThan(60_000);
    await expectRefusal(zip, /too large when unpacked/, "archive_invalid", limits);
  });

  it("by the number of files", async () => {
    await expectRefusal(buildZip(entriesOf(exported)), /more than 5 files/, "archive_invalid", {
      ...ARCHIVE_LIMITS,
      entriesMax: 5,
    });
  });

  it("by its size, before it has arrived", async () => {
    const limits = { ...ARCHIVE_LIMITS, archiveBytesMax: 1_000 };
    await expectRefusal(buildZip(entriesOf(exported)), /larger than/, "payload_too_large", limits);
  });

  it("by its size, though it does not tell it", async () => {
    const before = await studio.traces();
    let sent = 0;
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array((sent += 65_536) && 65_536)),
    });
    const request = new Request("http://studio.invalid/", {
      method: "POST",
      body: endless,
      duplex: "half",
    } as RequestInit);
    const limits = { ...ARCHIVE_LIMITS, archiveBytesMax: 1_000_000 };
    await expect(importSession(studio, LOCAL_OWNER, request, limits)).rejects.toMatchObject({
      code: "payload_too_large",
    });
    expect(sent).toBeLessThan(2_000_000);
    expect(await studio.traces()).toEqual(before);
  });

  it("in a picture of a gigapixel", async () => {
    const flat = await sharp({ create: { width: 16_000, height: 8_000, channels: 3, background: "red" } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const files = changed((all) => all.set(find(all, /^images\/.*png/), flat));
    await expectRefusal(buildZip(entriesOf(files)), /not a picture that the studio can read/);
  });

  it("in a row that does not end", async () => {
    const files = changed((all) => all.set("images.json", Buffer.from(`[\n{"id":"${"x".repeat(2_000_000)}`)));
    await expectRefusal(buildZip(entriesOf(files)), /row that is too long/, "archive_invalid", {
      ...ARCHIVE_LIMITS,
      rowBytesMax: 1_000_000,
    });
  });
});

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

describe("a fault on our side leaves nothing either", () => {
  const body = () => upload(new Uint8Array(buildZip(entriesOf(exported))));

  it("when storage refuses a picture", async () => {
    const before = await studio.traces();
    let puts = 0;
    const put: typeof studio.storage.put = (...args) =>
      (puts += 1) > 5 ? Promise.reject(new Error("full")) : studio.storage.put(...args);
    const storage = { ...studio.storage, put };
    await expect(importSession({ ...studio, storage }, LOCAL_OWNER, body())).rejects.toMatchObject({
      code: "storage_failed",
    });
    expect(await studio.traces()).toEqual(before);
  });

  it("when the database refuses the rows", async () => {
    const before = await studio.traces();
    const { drizzle } = studio.database;
    vi.spyOn(drizzle, "transaction").mockRejectedValueOnce(new Error("lost"));
    await expect(importSession(studio, LOCAL_OWNER, body())).rejects.toThrow("lost");
    expect(await studio.traces()).toEqual(before);
  });

  it("when the upload breaks off", async () => {
    const before = await studio.traces();
    const broken = new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(1000)),
      pull: (controller) => controller.error(new Error("gone")),
    });
    const request = new Request("http://studio.invalid/", {
      method: "POST",
      body: broken,
      duplex: "half",
    } as RequestInit);
    await expect(importSession(studio, LOCAL_OWNER, request)).rejects.toThrow("gone");
    expect(await studio.traces()).toEqual(before);
  });

  it("removes what a crash left in the folder of uploads, once it is a day old", async () => {
    const folder = path.join(studio.env.STUDIO_DATA_DIR, "imports");
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, "old.zip"), "");
    const { utimes } = await import("node:fs/promises");
    await utimes(path.join(folder, "old.zip"), 1, 1);
    await writeFile(path.join(folder, "new.zip"), "");
    await importSession(studio, LOCAL_OWNER, body());
    expect((await studio.traces()).files).toEqual(["new.zip"]);
  });
});
