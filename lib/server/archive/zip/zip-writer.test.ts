import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { unzip } from "@/lib/server/archive/archive.fixture";
import { centralEnd, centralHeader, dataDescriptor } from "./zip-records";
import { streamOf, writeZip, type ZipSource } from "./zip-writer";

const modifiedAt = new Date("2026-11-22T10:20:30Z");

/** Files that note when they are opened, read and closed. */
function watchedSources(count: number, chunks: number) {
  const seen = { opened: 0, closed: 0, read: 0 };
  async function* bytes() {
    seen.opened += 1;
    try {
      for (let nth = 0; nth < chunks; nth += 1) {
        seen.read += 1;
        yield new Uint8Array(1000).fill(nth);
      }
    } finally {
      seen.closed += 1;
    }
  }
  async function* sources(): AsyncGenerator<ZipSource> {
    for (let nth = 0; nth < count; nth += 1) yield { name: `${nth}.bin`, modifiedAt, bytes: bytes() };
  }
  return { seen, sources: sources() };
}

async function* of(...files: [name: string, text: string][]): AsyncGenerator<ZipSource> {
  for (const [name, text] of files) {
    const chunks = text === "" ? [] : [Buffer.from(text.slice(0, 3)), Buffer.from(text.slice(3))];
    yield {
      name,
      modifiedAt,
      bytes: (async function* () {
        yield* chunks;
      })(),
    };
  }
}

test("writes what readers read, names in every script and empty files too", async () => {
  const files: [string, string][] = [
    ["雪の中の狐-1.png", "pixels"],
    ["ثعلب 🦊.json", "{}x"],
    ["empty.txt", ""],
    ["a/b/c.txt", "abc"],
  ];
  const zip = Buffer.concat(await Array.fromAsync(writeZip(of(...files))));
  const read = await unzip(zip);
  expect([...read].map(([name, bytes]) => [name, bytes.toString()])).toEqual(files);
});

test("writes an empty zip", async () => {
  expect((await unzip(Buffer.concat(await Array.fromAsync(writeZip(of()))))).size).toBe(0);
});

test.skipIf(process.platform === "win32")("passes the test of another program", async (context) => {
  const folder = await mkdtemp(path.join(tmpdir(), "zip-"));
  const file = path.join(folder, "a.zip");
  await writeFile(
    file,
    Buffer.concat(await Array.fromAsync(writeZip(of(["a.txt", "abcdef"], ["狐.txt", "xyz"])))),
  );
  const { promise, resolve } = Promise.withResolvers<string>();
  execFile("unzip", ["-t", file], (error, stdout) => resolve(error ? `${error.message}${stdout}` : stdout));
  const said = await promise;
  await rm(folder, { recursive: true });
  if (said.includes("ENOENT")) return context.skip("unzip is not installed");
  expect(said).toContain("No errors detected");
});

test("reads nothing before it is asked, and then no more than it is asked for", async () => {
  const { seen, sources } = watchedSources(100, 100);
  const reader = streamOf(writeZip(sources)).getReader();
  await new Promise(setImmediate);
  expect(seen).toEqual({ opened: 0, closed: 0, read: 0 });
  let sizeBytes = 0;
  while (sizeBytes < 250_000) sizeBytes += (await reader.read()).value?.byteLength ?? 0;
  await new Promise(setImmediate);
  expect(seen).toEqual({ opened: 3, closed: 2, read: 250 });
  await reader.cancel();
});

test("closes the file that is open when its reader leaves, and opens no other", async () => {
  const { seen, sources } = watchedSources(5, 5);
  const reader = streamOf(writeZip(sources)).getReader();
  for (let nth = 0; nth < 3; nth += 1) await reader.read();
  await reader.cancel();
  expect(seen).toEqual({ opened: 1, closed: 1, read: 2 });
});

test("breaks off when a file cannot be read", async () => {
  async function* sources(): AsyncGenerator<ZipSource> {
    const bytes = (async function* () {
      yield Buffer.from("a");
      throw new Error("lost");
    })();
    yield { name: "a", modifiedAt, bytes };
  }
  await expect(new Response(streamOf(writeZip(sources()))).arrayBuffer()).rejects.toThrow("lost");
});

test("goes on as Zip64 past four gigabytes and 65,535 files", () => {
  const small = { name: Buffer.from("a"), modifiedAt, at: 7, sizeBytes: 9, crc: 1 };
  const far = { ...small, at: 5 * 2 ** 30 };
  const large = { ...far, sizeBytes: 6 * 2 ** 30 };
  expect(centralHeader(small).readUInt32LE(42)).toBe(7);
  const header = centralHeader(far);
  expect(header.readUInt32LE(42)).toBe(0xffff_ffff);
  // Field 1, 8 bytes: the place alone.
  expect([header.readUInt16LE(47), header.readUInt16LE(49)]).toEqual([1, 8]);
  expect(header.readBigUInt64LE(51)).toBe(BigInt(far.at));
  expect(centralHeader(large).readUInt16LE(49)).toBe(24);
  expect(dataDescriptor(large).length).toBe(24);
  expect(centralEnd({ entries: 65_534, at: 1, sizeBytes: 1 }).length).toBe(22);
  const end = centralEnd({ entries: 70_000, at: 1, sizeBytes: 5 });
  expect(end.readBigUInt64LE(32)).toBe(70_000n);
  // The locator leads to the record right after the directory.
  expect(end.readBigUInt64LE(56 + 8)).toBe(6n);
});
