import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ApiToken, ApiTokenList, MadeApiToken } from "@/lib/domain/tokens/api-token";
import { databasePrint } from "@/lib/server/testing/database-print";
import { openTestStudio, type TestStudio } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { PATCH } from "./[id]/route";
import { GET, POST } from "./route";

const database = useDatabase();
let studio: TestStudio;
beforeAll(async () => {
  studio = await openTestStudio(database);
  globalThis.safelightServices = Promise.resolve(studio.services);
});
afterAll(async () => {
  globalThis.safelightServices = undefined;
  await studio[Symbol.asyncDispose]();
});

function ask(method: string, body?: object): Request {
  return new Request("http://localhost:3000/api/tokens", {
    method,
    headers: { host: "localhost:3000", "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
}
const list = async (): Promise<ApiTokenList> => (await GET(ask("GET"))).json();
const make = (body: object) => POST(ask("POST", body));
const change = (id: string, body: object) => PATCH(ask("PATCH", body), { params: Promise.resolve({ id }) });

test("there is none until one is made", async () => {
  expect(await list()).toEqual({ tokens: [], apiUrl: "http://localhost:3000" });
});

test("a token is shown once, and kept as a hash and its first characters", async () => {
  const response = await make({ name: " My  script ", monthlyLimitUsd: 5 });
  expect(response.status).toBe(201);
  const { token, secret }: MadeApiToken = await response.json();
  expect(secret).toMatch(/^safelight_[\w-]{43}$/);
  expect(token).toMatchObject({ name: "My script", monthlyLimitUsd: 5, monthUsd: 0, lastUsedAt: null });
  expect(secret.startsWith(token.prefix)).toBe(true);
  expect((await list()).tokens).toEqual([token]);
  const { rows } = await database.drizzle.execute(sql`select api_tokens::text as row from api_tokens`);
  expect(JSON.stringify(rows)).not.toContain(secret.slice(token.prefix.length));
});

test("a token is changed, and revoked for good", async () => {
  const { token }: MadeApiToken = await (await make({ name: "Other" })).json();
  const changed: ApiToken = await (await change(token.id, { sessionId: studio.sessionId })).json();
  expect(changed).toMatchObject({ sessionId: studio.sessionId, sessionTitle: "Foxes" });
  const revoked: ApiToken = await (await change(token.id, { revoked: true })).json();
  expect(revoked.revokedAt).not.toBeNull();
  for (const body of [{ revoked: true }, { monthlyLimitUsd: 1 }]) {
    expect((await change(token.id, body)).status).toBe(404);
  }
});

test.each([
  [{ name: "" }, "name"],
  [{ name: "x".repeat(61) }, "name"],
  [{ name: "a", monthlyLimitUsd: -1 }, "monthlyLimitUsd"],
  [{ name: "a", sessionId: "0198c0de-0000-7000-8000-000000000000" }, "sessionId"],
  [{ name: "a", secret: "mine" }, "secret"],
])("refuses %j by its field, and writes nothing", async (body, param) => {
  const before = await databasePrint(database.drizzle);
  const response = await make(body);
  expect([response.status, (await response.json()).error.param]).toEqual([400, param]);
  expect(await databasePrint(database.drizzle)).toEqual(before);
});
