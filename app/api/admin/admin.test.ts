import { cp, rm } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from "vitest";
import { serveWeb } from "@/e2e/images-api/serve-web";
import { readAdminKey } from "@/lib/server/admin/admin-key";
import { writeOwnAddress } from "@/lib/server/admin/own-address";
import { readEnv } from "@/lib/server/env";
import { openDatabase } from "@/lib/server/open-services";
import "@/lib/server/testing/provided-database";
import { openTestStudio } from "@/lib/server/testing/studio.fixture";
import { makeTestFolder } from "@/lib/server/testing/test-folder";
import { runTokenCommand } from "@/scripts/token/run-token-command";
import * as byName from "./tokens/[name]/route";
import * as tokens from "./tokens/route";

let folder: string;
beforeAll(async () => {
  const provided = inject("testDatabase");
  folder = await makeTestFolder("token");
  // Without a template to copy the first command makes the database.
  if (provided.kind === "pglite") await cp(provided.folder, folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

const run = (command: "create" | "list" | "revoke", name = "", limit: number | null = null) =>
  runTokenCommand({ command, name, limit });

/** The commands of one life of a token. */
async function live(): Promise<void> {
  const { shown: secret } = await run("create", "my script", 20);
  expect(secret).toMatch(/^safelight_/);
  await expect(run("create", "my script")).rejects.toThrow("already");
  const { shown: listed } = await run("list");
  expect(listed).toContain("my script  $0 of $20 this month  never used");
  expect(listed).not.toContain(secret);
  expect((await run("revoke", "my script")).said).toContain("Revoked");
  await expect(run("revoke", "my script")).rejects.toThrow("There is no open token named my script.");
  expect((await run("list")).shown).toContain("revoked 20");
}

test("works on the data folder while no studio runs", async () => {
  vi.stubEnv("STUDIO_DATA_DIR", folder);
  expect(await run("list")).toEqual({ shown: "", said: "There are no tokens." });
  await live();
}, 60_000);

test("asks the studio that has the data folder, which answers nobody else", async () => {
  vi.stubEnv("STUDIO_DATA_DIR", folder);
  const env = readEnv();
  const database = await openDatabase(env);
  const studio = await openTestStudio(database);
  globalThis.safelightServices = Promise.resolve({ ...studio.services, env });
  const server = await serveWeb(0, (request) => {
    if (request.method === "DELETE") return byName.DELETE(request);
    return request.method === "POST" ? tokens.POST(request) : tokens.GET(request);
  });
  const url = `${server.url}/api/admin/tokens`;
  await writeOwnAddress({ STUDIO_DATA_DIR: folder, HOST: "0.0.0.0", PORT: Number(new URL(server.url).port) });
  await live();

  const authorization = `Bearer ${await readAdminKey(env)}`;
  expect((await fetch(url, { headers: { authorization } })).status).toBe(200);
  const refused: Record<string, string>[] = [
    {},
    { authorization: `${authorization}0` },
    { authorization, "x-forwarded-host": "studio.example.com" },
    { authorization, "x-forwarded-host": "localhost, evil.example" },
  ];
  for (const headers of refused) expect((await fetch(url, { headers })).status).toBe(404);

  await server.close();
  await expect(run("list")).rejects.toThrow("does not answer");
  globalThis.safelightServices = undefined;
  await studio[Symbol.asyncDispose]();
  await database.close();
}, 60_000);
