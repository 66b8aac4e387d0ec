import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { claimAbandonedCalls, extendLeases } from "@/lib/server/db/queries/leases";
import { all, allEnded, openEventStream, openTestStudio, picture } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { recover } from "./recover";

const database = useDatabase();
const gptImage1 = modelLabelled("GPT Image 1");

/** As if the worker of a generation's calls had given no sign of life for long. */
async function lapse(generationId: string): Promise<void> {
  await database.drizzle.execute(
    sql`update calls set lease_until = now() - interval '1 minute' where generation_id = ${generationId}`,
  );
}

describe("a lease", () => {
  test("that lapsed ends a call as unknown, and a late answer is kept all the same", async () => {
    const stream = openEventStream();
    await using studio = await openTestStudio(database, { answer: () => stream.response });
    const { generation } = await studio.submit({ model: gptImage1, options: { partials: 0 } });
    await studio.imagesWhen(generation.id, all("developing"));
    await lapse(generation.id);
    const other = { ...studio.services, workerId: uuidv7(), running: new Map() };
    await recover(other, { isStart: false });
    expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([{ state: "unknown" }]);
    stream.completed(await picture());
    expect(await studio.imagesWhen(generation.id, all("completed"))).toMatchObject([{ state: "completed" }]);
    expect(studio.sent).toHaveLength(1);
  });

  test("is extended for what is followed and for nothing else", async () => {
    await using studio = await openTestStudio(database, { answer: () => openEventStream().response });
    const { generation } = await studio.submit({ model: gptImage1, options: { partials: 0 }, imageCount: 2 });
    await studio.imagesWhen(generation.id, all("developing"));
    await lapse(generation.id);
    const [followed, lost] = await studio.callsOf(generation.id);
    const { workerId } = studio.services;
    await extendLeases(database.drizzle, { workerId, ids: [followed?.id ?? ""] });
    await extendLeases(database.drizzle, { workerId: uuidv7(), ids: [lost?.id ?? ""] });
    const claim = { workerId: uuidv7(), onlyWorkerAlive: null, followed: [], limit: 9, withinMs: 60_000 };
    const abandoned = await claimAbandonedCalls(database.drizzle, claim);
    expect(abandoned.map(({ id }) => id)).toEqual([lost?.id]);
  });
});
