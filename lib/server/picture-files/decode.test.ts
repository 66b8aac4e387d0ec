import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { decode } from "./decode";
import { rememberAttemptsIn } from "./decode-attempts";

let folder: string;
let png: Uint8Array;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "decoding-"));
  rememberAttemptsIn(folder);
  png = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
    .png()
    .toBuffer();
});
afterEach(async () => {
  globalThis.safelightDecodeAttempts = undefined;
  vi.useRealTimers();
  await rm(folder, { recursive: true, force: true });
});

const widthOf = (bytes: Uint8Array) => decode(bytes, async (open) => (await open().metadata()).width);

test("remembers what is being decoded, and forgets it when that is over, well or not", async () => {
  await decode(png, async () => expect(readdirSync(folder)).toHaveLength(1));
  await expect(widthOf(Buffer.from("no picture"))).rejects.toThrow();
  expect(readdirSync(folder)).toEqual([]);
});

test("does not try a picture again over which the process died several times, and tries every other", async () => {
  const file = path.join(folder, createHash("sha256").update(png).digest("hex"));
  writeFileSync(file, "3");
  expect(await decode(png, async () => readFileSync(file, "utf8"))).toBe("4");
  writeFileSync(file, "4");
  await expect(widthOf(png)).rejects.toThrow("stopped each time");
  const other = await sharp(png).negate().png().toBuffer();
  expect(await widthOf(other)).toBe(8);
});

test("decodes a few at once, in their order", async () => {
  const begun: number[] = [];
  const mayEnd = Promise.withResolvers<void>();
  const all = [0, 1, 2, 3, 4].map((place) =>
    decode(png, async () => {
      begun.push(place);
      await mayEnd.promise;
    }),
  );
  await vi.waitFor(() => expect(begun).toEqual([0, 1]));
  mayEnd.resolve();
  await Promise.all(all);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});

test("goes on without a picture that takes for ever", async () => {
  vi.useFakeTimers();
  const stuck = [0, 1].map(() => decode(png, () => new Promise<never>(() => {})));
  const ends = Promise.allSettled(stuck);
  const next = decode(png, async () => "decoded");
  await vi.advanceTimersByTimeAsync(30_000);
  expect((await ends).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await next).toBe("decoded");
});
