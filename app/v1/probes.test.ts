import OpenAI from "openai";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { databasePrint } from "@/lib/server/testing/database-print";
import { answerWith } from "@/lib/server/testing/studio.fixture";
import { changeApiToken } from "@/lib/server/tokens/change-api-token";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { type ApiServer, serveApi } from "./api-server.fixture";

let api: ApiServer;
beforeAll(async () => {
  api = await serveApi(({ n }) => answerWith(n));
}, 60_000);
afterAll(() => api[Symbol.asyncDispose]());

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const PATHS = [
  ...["images/generations", "images/edits", "images/variations", "models", "models/x", "models/openai/x"],
  ...["", "chat/completions", "files", "images"],
].map((path) => `/v1/${path}`.replace(/\/$/, ""));
PATHS.push("/mcp");
const model = modelLabelled("DALL·E 2").id;
const body = JSON.stringify({ model, prompt: "a fox" });

const db = () => api.studio.services.database.drizzle;

test("tells nobody without a right token anything, whatever is asked for and however, and writes nothing", async () => {
  const revoked = await api.makeToken();
  await changeApiToken(db(), LOCAL_OWNER, revoked.id, { revoked: true });
  const before = await databasePrint(db());
  const answers = new Set<string>();
  for (const authorization of [
    undefined,
    "Bearer safelight_wrong",
    `Bearer ${revoked.secret}`,
    "Basic eDp5",
  ]) {
    for (const path of authorization === undefined ? PATHS : PATHS.slice(0, 2)) {
      for (const method of METHODS) {
        const response = await fetch(api.url + path, {
          method,
          headers: { "content-type": "application/json", ...(authorization && { authorization }) },
          ...(method !== "GET" && { body }),
        });
        expect(response.status, `${method} ${path}`).toBe(401);
        const { error } = await response.json();
        expect(error).toMatchObject({ code: "invalid_api_key", type: "invalid_request_error", param: null });
        answers.add(error.message);
      }
    }
  }
  expect(answers.size).toBe(2);
  expect(await databasePrint(db())).toEqual(before);
  expect(api.studio.sent).toEqual([]);
});

test("asks who tries wrong tokens again and again to wait, and nobody with a right one", async () => {
  const { secret } = await api.makeToken();
  const ask = (token: string) =>
    fetch(`${api.url}/v1/models`, { headers: { authorization: `Bearer ${token}` } });
  let response = await ask("safelight_wrong");
  for (let tries = 0; tries < 100 && response.status === 401; tries += 1)
    response = await ask("safelight_wrong");
  expect(response.status).toBe(429);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(response.headers.get("x-should-retry")).toBe("false");
  expect((await ask(secret)).status).toBe(200);
});

test("refuses what a token may not spend with 429, does not let SDKs try again, and writes nothing", async () => {
  const { secret } = await api.makeToken({ monthlyLimitUsd: 0.01 });
  const before = await databasePrint(db());
  const client = new OpenAI({ baseURL: `${api.url}/v1`, apiKey: secret });
  api.received.splice(0);
  const failed = await client.images.generate({ model, prompt: "a fox" }).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(OpenAI.RateLimitError);
  expect(failed).toMatchObject({ code: "insufficient_quota", type: "insufficient_quota" });
  expect(String(failed)).toContain("$0.01");
  expect(api.received).toHaveLength(1);
  expect(await databasePrint(db())).toEqual(before);
  expect(api.studio.sent).toEqual([]);
});
