import { crc32 } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { upload } from "@/lib/server/archive/archive.fixture";
import { buildZip } from "@/lib/server/archive/zip/zip.fixture";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { entriesOf, openHostileStudio } from "./hostile.fixture";
import { importSession } from "./import-session";

const { studio, exported, withEntry, withAgreedSize, withExtra, expectRefusal, ...hostile } =
  await openHostileStudio();
afterAll(() => hostile[Symbol.asyncDispose]());

test("imports what the following change, when nothing is changed", async () => {
  const session = await importSession(
    studio,
    LOCAL_OWNER,
    upload(new Uint8Array(buildZip(entriesOf(exported)))),
  );
  expect(session.pictureCount).toBe(3);
});

test("imports an archive that another program has unpacked and packed again", async () => {
  const folders = ["images/", "previews/"].map((name) => ({ name, data: Buffer.alloc(0), mode: 0o040_755 }));
  const packed = entriesOf(exported).map((entry) => ({ ...entry, isDeflated: true }));
  const zip = buildZip([...folders, ...packed.toReversed()], "packed again");
  expect(await importSession(studio, LOCAL_OWNER, upload(new Uint8Array(zip)))).toMatchObject({
    pictureCount: 3,
  });
});

describe("a file that is no zip is refused", () => {
  test.each<[string, () => Buffer, RegExp]>([
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
  test.each([
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
  /** A name in an extra field, for readers that know it; it counts when it knows the checksum of the other. */
  const secondName = (name: string) => {
    const field = Buffer.alloc(9);
    field.writeUInt16LE(0x7075, 0);
    field.writeUInt16LE(name.length + 5, 2);
    field.writeUInt8(1, 4);
    field.writeUInt32LE(crc32("extra"), 5);
    return Buffer.concat([field, Buffer.from(name)]);
  };
  test.each<[string, () => Buffer, RegExp]>([
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
    ["an encrypted file", () => withEntry(PICTURE, { flags: 1, isDeflated: true }), /is encrypted/],
    ["an unknown method", () => withEntry(PICTURE, { method: 14 }), /unknown way/],
    [
      "two files on the same bytes",
      () => withEntry(/^images\/.*svg/, { sharesWith: 0 }),
      /two different ways|shares its bytes/,
    ],
    ["a wrong checksum", () => withEntry(PICTURE, { crc: 1 }), /is damaged/],
    ["a second name", () => withExtra({ extra: secondName("images.json") }), /two names/],
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
      () => withAgreedSize(PICTURE, { isDeflated: true, sizeBytes: 3 }),
      /cannot be unpacked|larger/,
    ],
    [
      "more than a file unpacks to",
      () => withAgreedSize(PICTURE, { isDeflated: true, sizeBytes: 99_999 }),
      /cannot be unpacked|smaller/,
    ],
    [
      "compressed bytes that are none",
      () => withEntry(PICTURE, { method: 8 }),
      /two different|cannot be unpacked|damaged|missing|smaller/,
    ],
  ])("%s", async (_, make, message) => expectRefusal(make(), message));
});
