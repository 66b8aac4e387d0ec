import { mkdir, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, test, vi } from "vitest";
import { upload } from "@/lib/server/archive/archive.fixture";
import { ARCHIVE_LIMITS } from "@/lib/server/archive/archive-limits";
import { buildZip } from "@/lib/server/archive/zip/zip.fixture";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { entriesOf, find, openHostileStudio } from "./hostile.fixture";
import { importSession } from "./import-session";

const { studio, exported, changed, withEntry, withAgreedSize, expectRefusal, ...hostile } =
  await openHostileStudio();
afterAll(() => hostile[Symbol.asyncDispose]());

describe("a bomb is refused", () => {
  const zeros = Buffer.alloc(40_000_000);
  test("by what it declares, whatever it is", async () => {
    const bomb = withEntry(/^images\/.*svg/, { data: zeros, isDeflated: true });
    await expectRefusal(bomb, /far more than it is/);
  });

  test("by what it unpacks to, when it declares less", async () => {
    const lie = { data: zeros, isDeflated: true, sizeBytes: 900_000 };
    await expectRefusal(withAgreedSize(/^images\/.*svg/, lie), /cannot be unpacked|larger/);
  });

  test("by what all files together declare", async () => {
    const packed = entriesOf(exported).map((entry) => ({ ...entry, isDeflated: true }));
    const unpackedBytes = packed.reduce((sum, { data }) => sum + data.length, 0);
    const zip = buildZip(packed);
    expect(zip.length).toBeLessThan(unpackedBytes);
    const limits = { ...ARCHIVE_LIMITS, archiveBytesMax: unpackedBytes - 1 };
    await expectRefusal(zip, /too large when unpacked/, "archive_invalid", limits);
  });

  test("by the number of files", async () => {
    await expectRefusal(buildZip(entriesOf(exported)), /more than 5 files/, "archive_invalid", {
      ...ARCHIVE_LIMITS,
      entriesMax: 5,
    });
  });

  test("by its size, before it has arrived", async () => {
    const limits = { ...ARCHIVE_LIMITS, archiveBytesMax: 1_000 };
    await expectRefusal(buildZip(entriesOf(exported)), /larger than/, "payload_too_large", limits);
  });

  test("by its size, though it does not tell it", async () => {
    const before = await studio.traces();
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const request = upload(endless);
    const limits = { ...ARCHIVE_LIMITS, archiveBytesMax: 1_000_000 };
    await expect(importSession(studio, LOCAL_OWNER, request, limits)).rejects.toMatchObject({
      code: "payload_too_large",
    });
    expect(sent).toBeLessThan(2_000_000);
    expect(await studio.traces()).toEqual(before);
  });

  test("in a picture of a gigapixel", async () => {
    const flat = await sharp({ create: { width: 10_000, height: 7_000, channels: 3, background: "red" } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const files = changed((all) => all.set(find(all, /^images\/.*png/), flat));
    await expectRefusal(buildZip(entriesOf(files)), /not a picture that the studio can read/);
  });

  test("in a row that does not end", async () => {
    const files = changed((all) => all.set("images.json", Buffer.from(`[\n{"id":"${"x".repeat(2_000_000)}`)));
    await expectRefusal(buildZip(entriesOf(files)), /row that is too long/, "archive_invalid", {
      ...ARCHIVE_LIMITS,
      rowBytesMax: 1_000_000,
    });
  });
});

describe("a fault on our side leaves nothing either", () => {
  const body = () => upload(new Uint8Array(buildZip(entriesOf(exported))));

  test("when storage refuses a picture", async () => {
    const before = await studio.traces();
    let puts = 0;
    const put: typeof studio.storage.put = (...args) => {
      puts += 1;
      return puts > 5 ? Promise.reject(new Error("full")) : studio.storage.put(...args);
    };
    const storage = { ...studio.storage, put };
    await expect(importSession({ ...studio, storage }, LOCAL_OWNER, body())).rejects.toMatchObject({
      code: "storage_failed",
    });
    expect(await studio.traces()).toEqual(before);
  });

  test("when the database refuses the rows", async () => {
    const before = await studio.traces();
    const { drizzle } = studio.database;
    vi.spyOn(drizzle, "transaction").mockRejectedValueOnce(new Error("lost"));
    await expect(importSession(studio, LOCAL_OWNER, body())).rejects.toThrow("lost");
    expect(await studio.traces()).toEqual(before);
  });

  test("when the upload breaks off", async () => {
    const before = await studio.traces();
    const broken = new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(1000)),
      pull: (controller) => controller.error(new Error("gone")),
    });
    const request = upload(broken);
    await expect(importSession(studio, LOCAL_OWNER, request)).rejects.toThrow("gone");
    expect(await studio.traces()).toEqual(before);
  });

  test("removes what a crash left in the folder of uploads, once it is a day old", async () => {
    const folder = path.join(studio.env.STUDIO_DATA_DIR, "imports");
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, "old.zip"), "");
    await utimes(path.join(folder, "old.zip"), 1, 1);
    await writeFile(path.join(folder, "new.zip"), "");
    await importSession(studio, LOCAL_OWNER, body());
    expect((await studio.traces()).files).toEqual(["new.zip"]);
  });
});
