import { afterAll, beforeAll, expect, test } from "vitest";
import { findOpenToken } from "@/lib/server/db/queries/api-tokens";
import { secretHash } from "@/lib/server/secrets/secret-hash";
import { changeSession } from "@/lib/server/sessions/change-session";
import { openTestStudio, type TestStudio } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { makeApiToken } from "./make-api-token";
import { tokenSession } from "./token-session";

const database = useDatabase();
let studio: TestStudio;
beforeAll(async () => {
  studio = await openTestStudio(database);
});
afterAll(() => studio[Symbol.asyncDispose]());

/** Makes a token; the answer says where its next picture would go. */
async function makeToken(sessionId: string | null): Promise<() => Promise<string>> {
  const { drizzle: db } = database;
  const { secret } = await makeApiToken(db, LOCAL_OWNER, { name: "Test", sessionId, monthlyLimitUsd: null });
  return async () => {
    const token = await findOpenToken(db, { tokenHash: secretHash(secret) });
    if (!token) throw new Error("The token is gone.");
    return db.transaction((tx) => tokenSession(tx, token));
  };
}

test("is the one that was chosen, and one for all programs where none was", async () => {
  expect(await (await makeToken(studio.sessionId))()).toBe(studio.sessionId);
  const [one, other] = [await makeToken(null), await makeToken(null)];
  expect(await one()).toBe(await other());
  expect(await one()).not.toBe(studio.sessionId);
});

test("is not one that was thrown away", async () => {
  const sessionOf = await makeToken(null);
  const thrownAway = await sessionOf();
  await changeSession(database.drizzle, LOCAL_OWNER, thrownAway, { deleted: true });
  const next = await sessionOf();
  expect(next).not.toBe(thrownAway);
  expect(await sessionOf()).toBe(next);
});
