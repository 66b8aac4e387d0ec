import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { ENV_NAMES, readEnv } from "./env";

test("needs nothing", () => {
  expect(readEnv({})).toMatchObject({
    STUDIO_DATA_DIR: ".data",
    OPENAI_BASE_URL: "https://api.openai.com/v1",
  });
});

test("takes an empty variable for an absent one", () => {
  expect(readEnv({ OPENAI_API_KEY: "", STUDIO_IDLE_TIMEOUT_S: "", DATABASE_URL: "" })).toEqual(readEnv({}));
});

test.each([
  ["OPENAI_BASE_URL", "not an address"],
  ["OPENAI_BASE_URL", "ftp://example.com"],
  ["DEDALUS_BASE_URL", "javascript:alert(1)"],
  ["DATABASE_URL", "mysql://secret@host/db"],
  ["STUDIO_CONNECT_TIMEOUT_S", "0"],
  ["STUDIO_IDLE_TIMEOUT_S", "-1"],
  ["STUDIO_OVERALL_TIMEOUT_S", "soon"],
  ["STUDIO_OVERALL_TIMEOUT_S", "Infinity"],
  ["STUDIO_CALLS_AT_ONCE", "0"],
  ["STUDIO_CALLS_AT_ONCE", "1.5"],
  ["S3_FORCE_PATH_STYLE", "yes"],
  ["STUDIO_API_URL", "https://api.example.com/studio"],
])("names %s when it is %j, without its value", (name, value) => {
  const read = () => readEnv({ [name]: value, OPENAI_API_KEY: "sk-secret" });
  expect(read).toThrow(`  ${name}: `);
  expect(read).not.toThrow("sk-secret");
  if (value.length > 5) expect(read).not.toThrow(value);
});

test("names every wrong variable at once", () => {
  expect(() => readEnv({ STUDIO_IDLE_TIMEOUT_S: "x", S3_ENDPOINT: "y" })).toThrow(
    /STUDIO_IDLE_TIMEOUT_S[\s\S]*S3_ENDPOINT/,
  );
});

test("reads nothing that .env.example does not name", async () => {
  const example = await readFile(path.join(import.meta.dirname, "..", "..", ".env.example"), "utf8");
  expect(ENV_NAMES).toContain("STUDIO_DATA_DIR");
  expect(ENV_NAMES.filter((name) => !example.includes(`${name}=`))).toEqual([]);
});

test("refuses a database for many instances without a store for many, unless there is one instance", () => {
  const DATABASE_URL = "postgres://studio:hunter2@host/db";
  const refused = () => readEnv({ DATABASE_URL });
  expect(refused).toThrow("S3_BUCKET");
  expect(refused).not.toThrow("hunter2");
  expect(readEnv({ DATABASE_URL, S3_BUCKET: "pictures" }).DATABASE_URL).toBe(DATABASE_URL);
  expect(readEnv({ DATABASE_URL, STUDIO_SINGLE_INSTANCE: "on" }).DATABASE_URL).toBe(DATABASE_URL);
});
