import { eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { createSession } from "@/lib/server/db/queries/sessions";
import { ledger } from "@/lib/server/schema/ledger-table";
import { sessions } from "@/lib/server/schema/studio-tables";
import { useDatabase } from "@/lib/server/testing/use-database";
import { commitInLedger, planInLedger, releaseInLedger, type Settlement, settleInLedger } from "./ledger";
import { listMonthDays, readMatrixSums, readMonthSums, readToday } from "./month-spending";
import { mendSessionTotals } from "./session-totals";

const database = useDatabase();
beforeEach(async () => {
  await database.drizzle.execute(sql`truncate ledger, sessions cascade`);
});

const viewerId = "local";
const estimate = { lowerUsd: 0.1, upperUsd: 0.3 };
const db = () => database.drizzle;
const sums = () => readMonthSums(db(), { viewerId });

async function planned(owner: { sessionId?: string; matrixId?: string } = {}): Promise<string> {
  const callId = uuidv7();
  const { sessionId = uuidv7(), matrixId = null } = owner;
  await planInLedger(db(), {
    owner: { viewerId, sessionId, matrixId, modelId: "m" },
    calls: [{ id: callId, estimate }],
  });
  return callId;
}

async function committed(owner: { sessionId?: string; matrixId?: string } = {}): Promise<string> {
  const callId = await planned(owner);
  await commitInLedger(db(), { callId, provider: "p", estimate });
  return callId;
}

const settle = (callId: string, basis: Settlement["basis"], costUsd: number | null) =>
  settleInLedger(db(), { callId, basis, costUsd });

describe("a call's row", () => {
  test("counts at the upper end while it waits and when it is sent, then at its cost", async () => {
    const callId = await planned();
    expect(await sums()).toMatchObject({ plannedUsd: 0.3, committedUsd: 0, settledUsd: 0 });
    await commitInLedger(db(), { callId, provider: "p", estimate: { lowerUsd: 0.2, upperUsd: 0.5 } });
    expect(await sums()).toMatchObject({ plannedUsd: 0, committedUsd: 0.5, settledUsd: 0 });
    expect(await settle(callId, "final", 0.21)).toBeCloseTo(0.21, 10);
    expect(await sums()).toEqual({ plannedUsd: 0, committedUsd: 0, settledUsd: 0.21, estimatedUsd: 0 });
  });

  test("is settled once, however often that is tried", async () => {
    const callId = await committed();
    await settle(callId, "final", 0.2);
    expect(await settle(callId, "final", 0.2)).toBe(0);
    expect(await settle(callId, "estimated", null)).toBe(0);
    expect(await settle(callId, "free", 0)).toBe(0);
    expect(await sums()).toMatchObject({ settledUsd: 0.2 });
  });

  test("counts its estimate where nobody was told what it cost, until someone is", async () => {
    const callId = await committed();
    expect(await settle(callId, "estimated", null)).toBeCloseTo(0.3, 10);
    expect(await sums()).toMatchObject({ settledUsd: 0.3, estimatedUsd: 0.3 });
    expect(await settle(callId, "final", 0.12)).toBeCloseTo(0.12 - 0.3, 10);
    expect(await sums()).toMatchObject({ settledUsd: 0.12, estimatedUsd: 0 });
  });

  test("waits again after a refusal that was free", async () => {
    const callId = await committed();
    await releaseInLedger(db(), { callId });
    expect(await sums()).toMatchObject({ plannedUsd: 0.3, committedUsd: 0 });
    await commitInLedger(db(), { callId, provider: "p", estimate });
    await settle(callId, "final", 0.2);
    await releaseInLedger(db(), { callId });
    expect(await sums()).toMatchObject({ plannedUsd: 0, settledUsd: 0.2 });
  });

  test("keeps the day on which it was first settled", async () => {
    const callId = await committed();
    await settle(callId, "estimated", null);
    await db().execute(sql`update ledger set day = day - 400`);
    await settle(callId, "final", 0.2);
    expect(await sums()).toMatchObject({ settledUsd: 0 });
  });
});

test("sums are of the month, its days and the matrix, and add up exactly", async () => {
  const matrixId = uuidv7();
  for (let nth = 0; nth < 10; nth += 1) await settle(await committed({ matrixId }), "final", 0.1);
  await committed({ matrixId });
  await planned({ matrixId });
  await settle(await planned({ matrixId }), "free", 0);
  expect(await readMatrixSums(db(), { matrixId })).toEqual({ settledUsd: 1, underWayUsd: 0.3 });
  expect(await sums()).toMatchObject({ settledUsd: 1 });
  const day = await readToday(db());
  expect(await listMonthDays(db(), { viewerId })).toEqual([{ day, usd: 1, pictureCount: 0 }]);
  expect(await readMonthSums(db(), { viewerId: "someone" })).toMatchObject({ settledUsd: 0 });
});

test("totals that went wrong are mended from the ledger, and others are left alone", async () => {
  const [wrong, right] = [
    await createSession(db(), { viewerId, title: "Wrong" }),
    await createSession(db(), { viewerId, title: "Right" }),
  ];
  for (const { id } of [wrong, right]) await settle(await committed({ sessionId: id }), "final", 0.25);
  await db()
    .update(sessions)
    .set({ spentUsd: 9, pictureCount: 9, importedUsd: 1 })
    .where(eq(sessions.id, wrong.id));
  await db().update(sessions).set({ spentUsd: 0.25 }).where(eq(sessions.id, right.id));
  expect(await db().transaction(mendSessionTotals)).toEqual([wrong.id]);
  const [row] = await db().select().from(sessions).where(eq(sessions.id, wrong.id));
  expect(row).toMatchObject({ spentUsd: 1.25, pictureCount: 0 });
  expect(await db().transaction(mendSessionTotals)).toEqual([]);
});

test("a call that is settled while others ask counts once for each of them", async () => {
  const callIds = await Promise.all(Array.from({ length: 20 }, () => committed()));
  const settled = callIds.map((callId) => settle(callId, "final", 0.3));
  const asked = await Promise.all(Array.from({ length: 20 }, sums));
  await Promise.all(settled);
  for (const { settledUsd, committedUsd } of asked) expect(settledUsd + committedUsd).toBeCloseTo(6, 10);
  const [rows] = await db().select({ rows: sql<number>`count(*)::int` }).from(ledger);
  expect(rows).toEqual({ rows: 20 });
});
