import { createHash } from "node:crypto";
import { expect } from "vitest";
import { openArchiveStudio, unzip, upload } from "@/lib/server/archive/archive.fixture";
import { ARCHIVE_LIMITS } from "@/lib/server/archive/archive-limits";
import { exportSession } from "@/lib/server/archive/export/export-session";
import { seedSession } from "@/lib/server/archive/seed-session.fixture";
import { buildZip, type TestEntry } from "@/lib/server/archive/zip/zip.fixture";
import { openTestDatabase } from "@/lib/server/testing/test-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { importSession } from "./import-session";

export type Files = Map<string, Buffer>;
export const entriesOf = (files: Files): TestEntry[] => [...files].map(([name, data]) => ({ name, data }));
export const find = (files: Files, pattern: RegExp) =>
  [...files.keys()].find((name) => pattern.test(name)) ?? "none";
export const json = (files: Files, name: string) => JSON.parse(files.get(name)?.toString() ?? "");
export const rows = (list: object[]) =>
  Buffer.from(`[\n${list.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`);

/** For tests: a studio, what it has exported, and ways to spoil that. */
export async function openHostileStudio() {
  const stack = new AsyncDisposableStack();
  const studio = stack.use(await openArchiveStudio(stack.use(await openTestDatabase())));
  const { sessionId } = await seedSession(studio);
  const response = await exportSession(studio, LOCAL_OWNER, sessionId);
  const exported = await unzip(new Uint8Array(await response.arrayBuffer()));

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

  /** The same, with a manifest that tells the same lie about a file's size. */
  const withAgreedSize = (pattern: RegExp, values: Partial<TestEntry> & { sizeBytes: number }): Buffer => {
    const name = find(exported, pattern);
    const manifest = json(exported, "manifest.json");
    const files = manifest.files.map((file: { path: string }) =>
      file.path === name ? { ...file, sizeBytes: values.sizeBytes } : file,
    );
    const agreed = new Map(exported).set(
      "manifest.json",
      Buffer.from(JSON.stringify({ ...manifest, files })),
    );
    return buildZip(
      entriesOf(agreed).map((entry) => (entry.name === name ? { ...entry, ...values } : entry)),
    );
  };

  /** That an import is refused, in these words, and changes nothing. */
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

  return {
    ...{ studio, exported, changed, withRow, withEntry, withAgreedSize, withExtra, expectRefusal },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
