import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterEach, expect, test, vi } from "vitest";
import { claimCall, LEASE_MS } from "@/lib/server/db/queries/journal/calls";
import { letCallLeave } from "@/lib/server/db/queries/leases";
import { cancelGeneration } from "@/lib/server/generations/cancel-generation";
import { all, allEnded, openTestStudio, type TestStudio } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { NotSentError, openFence } from "./fence";
import { openRunningCall } from "./open-running-call";
import { recover } from "./recover";
import { runCall } from "./run-call";

const database = useDatabase();
afterEach(() => void vi.useRealTimers());

/** A call that this worker has claimed and not sent: here it stalls. */
async function claimOne(studio: TestStudio, workerId = studio.services.workerId) {
  await studio.services.queue.stop();
  const { generation } = await studio.submit();
  const [planned] = await studio.callsOf(generation.id);
  const call = await claimCall(database.drizzle, { id: planned?.id ?? "", workerId });
  if (!call) throw new Error("It could not be claimed.");
  return { call, generation };
}

async function lapse(): Promise<void> {
  await database.drizzle.execute(sql`update calls set lease_until = now() - interval '1 minute'`);
}

test("a worker that stood still after the claim sends nothing that others have taken up meanwhile", async () => {
  await using studio = await openTestStudio(database);
  const { call } = await claimOne(studio);
  await lapse();
  await recover({ ...studio.services, workerId: uuidv7() }, { isStart: false });
  using run = startedRun();
  const fence = openFence(studio.services, call, run);
  await expect(fence.pass()).rejects.toThrow(NotSentError);
  expect(run.isSent).toBe(false);
});

test("a worker whose lease has lapsed sends nothing, though nobody has taken it up yet", async () => {
  await using studio = await openTestStudio(database);
  const { call } = await claimOne(studio);
  await lapse();
  using run = startedRun();
  await expect(openFence(studio.services, call, run).pass()).rejects.toThrow(NotSentError);
});

test("a worker that stood still while it connected sends nothing, and the call waits as if never taken", async () => {
  await using studio = await openTestStudio(database);
  await studio.services.queue.stop();
  const { generation } = await studio.submit();
  const [call] = await studio.callsOf(generation.id);
  const running = new Map(studio.services.running);
  const set: typeof running.set = (id, run) => {
    run.isLeaseFresh = () => false;
    return Map.prototype.set.call(running, id, run);
  };
  await runCall({ ...studio.services, running: Object.assign(running, { set }) }, call?.id ?? "");
  expect(studio.sent).toEqual([]);
  expect(await studio.callsOf(generation.id)).toMatchObject([
    { state: "planned", sends: 0, workerId: null, fence: null },
  ]);
  await studio.imagesWhen(generation.id, all("waiting"));
});

test("a studio that stops sends nothing that it has claimed", async () => {
  await using studio = await openTestStudio(database);
  const { call } = await claimOne(studio);
  using run = startedRun();
  const fence = openFence({ ...studio.services, stopping: AbortSignal.abort() }, call, run);
  await expect(fence.pass()).rejects.toThrow(NotSentError);
  expect(() => fence.beforeSend()).toThrow(NotSentError);
});

test("half a lease after its last sign of life a worker is no more sure, by either clock", () => {
  using run = startedRun();
  expect(run.isLeaseFresh()).toBe(true);
  run.confirmLease(performance.now() - LEASE_MS / 2);
  expect(run.isLeaseFresh()).toBe(false);
  run.confirmLease(performance.now());
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + LEASE_MS / 2 + 1_000 });
  expect(run.isLeaseFresh()).toBe(false);
});

test("what a killed worker had claimed and not sent is sent by the next, once", async () => {
  await using studio = await openTestStudio(database);
  const dead = await openTestStudio(database, { keepRows: true });
  const { generation } = await claimOne(dead, uuidv7());
  await dead.services.close();
  await lapse();
  expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([{ state: "completed" }]);
  expect(studio.sent).toHaveLength(1);
  expect(await studio.callsOf(generation.id)).toMatchObject([{ state: "answered", sends: 1 }]);
});

test.each([
  ["left", "its request may have left"],
  [null, "an older version claimed it, and nobody knows"],
] as const)(
  "what a killed worker had claimed is unknown when its fence is %s: %s",
  async (fence, _because) => {
    await using studio = await openTestStudio(database);
    const { call, generation } = await claimOne(studio, uuidv7());
    if (fence === "left")
      await letCallLeave(database.drizzle, { id: call.id, workerId: call.workerId ?? "" });
    else await database.drizzle.execute(sql`update calls set fence = null`);
    await lapse();
    await recover(studio.services, { isStart: false });
    expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([
      { state: "unknown", failure: { code: "interrupted", billed: "maybe" } },
    ]);
  },
);

test("a cancel between claim and send keeps it from being sent, and says that nothing was billed", async () => {
  await using studio = await openTestStudio(database);
  const { call, generation } = await claimOne(studio);
  await cancelGeneration(studio.services, LOCAL_OWNER, generation.id);
  using run = startedRun();
  await expect(openFence(studio.services, call, run).pass()).rejects.toThrow(NotSentError);
  expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([
    { state: "cancelled", failure: { billed: "no" } },
  ]);
});

function startedRun() {
  const run = openRunningCall(60_000);
  run.confirmLease(performance.now());
  return Object.assign(run, { [Symbol.dispose]: run.end });
}
