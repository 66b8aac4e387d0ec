import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { originalKey } from "@/lib/domain/generation/picture-address";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { calls } from "@/lib/server/schema/studio-tables";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import {
  all,
  allEnded,
  answerWith,
  openEventStream,
  openTestStudio,
  picture,
} from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";

const database = useDatabase();
const gptImage1 = modelLabelled("GPT Image 1");

/** As if the worker of a generation's calls had given no sign of life for long. */
async function lapse(generationId: string): Promise<void> {
  await database.drizzle.execute(
    sql`update calls set lease_until = now() - interval '1 minute' where generation_id = ${generationId}`,
  );
}

/**
 * Puts calls back to what they were before an orderly end: what a killed process leaves. Where others may share the
 * database, only the end of its leases tells that it is gone.
 */
async function asIfKilled(before: (typeof calls.$inferSelect)[]): Promise<void> {
  for (const { id, generationId, firstIndex, state, failure, endedAt, workerId, leaseUntil } of before) {
    await database.drizzle
      .update(calls)
      .set({ state, failure, endedAt, workerId, leaseUntil })
      .where(eq(calls.id, id));
    if (state === "sent")
      await database.drizzle.execute(
        sql`update images set state = 'developing', failure = null where generation_id = ${generationId} and index = ${firstIndex}`,
      );
    if (database.kind === "postgres") await lapse(generationId);
  }
}

describe("a restart", () => {
  test("sends what was planned, ends what was sent as unknown, and sends nothing twice", async () => {
    const storage = openMemoryStorage();
    const first = await openTestStudio(database, {
      storage,
      atOnce: 1,
      answer: () => openEventStream().response,
    });
    const { generation } = await first.submit({ model: gptImage1, options: { partials: 0 }, imageCount: 3 });
    await first.imagesWhen(generation.id, (images) => images.some(({ state }) => state === "developing"));
    const before = await first.callsOf(generation.id);
    await first.services.close();
    await asIfKilled(before);

    await using second = await openTestStudio(database, {
      storage,
      keepRows: true,
      answer: async () => answerWith(1),
    });
    const done = await second.imagesWhen(generation.id, allEnded);
    expect(done.map(({ state }) => state).toSorted()).toEqual(["completed", "completed", "unknown"]);
    expect(done.find(({ state }) => state === "unknown")).toMatchObject({
      failure: { code: "interrupted", billed: "maybe" },
    });
    expect(first.sent.length + second.sent.length).toBe(3);
    expect((await second.callsOf(generation.id)).map(({ sends }) => sends)).toEqual([1, 1, 1]);
  });

  test("finishes a picture whose bytes were stored, though the studio was away for months", async () => {
    const storage = openMemoryStorage();
    const first = await openTestStudio(database, { storage, answer: () => openEventStream().response });
    const { generation, images } = await first.submit({
      model: gptImage1,
      options: { partials: 0 },
      imageCount: 2,
    });
    await first.imagesWhen(generation.id, all("developing"));
    const before = await first.callsOf(generation.id);
    await first.services.close();
    await asIfKilled(before);
    await database.drizzle.execute(sql`update calls set sent_at = now() - interval '90 days'`);
    const bytes = Buffer.from(await picture(5), "base64");
    await storage.put(originalKey(images[1]?.id ?? ""), bytes, { durable: true });

    await using second = await openTestStudio(database, { storage, keepRows: true });
    const done = await second.imagesWhen(generation.id, allEnded);
    expect(done).toMatchObject([
      { state: "unknown" },
      { state: "completed", widthPx: 48, sizeBytes: bytes.length },
    ]);
    expect(second.sent).toEqual([]);
  });

  test("is not held up by one call that cannot be ended", async () => {
    const storage = openMemoryStorage();
    const first = await openTestStudio(database, { storage, answer: () => openEventStream().response });
    const { generation, images } = await first.submit({
      model: gptImage1,
      options: { partials: 0 },
      imageCount: 2,
    });
    await first.imagesWhen(generation.id, all("developing"));
    const before = await first.callsOf(generation.id);
    await first.services.close();
    await asIfKilled(before);
    const get: typeof storage.get = async (key) => {
      if (key.includes(images[0]?.id ?? "-")) throw new Error("EIO");
      return storage.get(key);
    };
    await using second = await openTestStudio(database, { storage: { ...storage, get }, keepRows: true });
    await second.imagesWhen(generation.id, (rows) => rows[1]?.state === "unknown");
    expect(second.lines.join()).toContain("worker-error");
  });

  test("that is orderly says at once that the outcome is unknown", async () => {
    const studio = await openTestStudio(database, { answer: () => openEventStream().response });
    const { generation } = await studio.submit({ model: gptImage1, options: { partials: 0 } });
    await studio.imagesWhen(generation.id, all("developing"));
    await studio.services.close();
    expect(await studio.callsOf(generation.id)).toMatchObject([
      { state: "unknown", failure: { code: "interrupted" } },
    ]);
    expect(studio.sent[0]?.signal.aborted).toBe(true);
  });
});
