import { eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { originalKey } from "@/lib/domain/generation/picture-address";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { extendLeases, listAbandonedCalls } from "@/lib/server/db/queries/calls";
import { updateImages } from "@/lib/server/db/queries/images";
import { cancelGeneration } from "@/lib/server/generations/cancel-generation";
import { createGeneration } from "@/lib/server/generations/create-generation";
import { forgetPartials } from "@/lib/server/images/forget-partials";
import { calls } from "@/lib/server/schema/studio-tables";
import { readGallery } from "@/lib/server/sessions/read-gallery";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import {
  all,
  allEnded,
  answerWith,
  openEventStream,
  openTestStudio,
  picture,
  refuseWith,
} from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { recover } from "./recover";
import { runCall } from "./run-call";

const database = useDatabase();

const gptImage1 = modelLabelled("GPT Image 1");

describe("a generation", () => {
  test("ends with pictures whose bytes are those of the provider, and what they cost", async () => {
    await using studio = await openTestStudio(database, {
      answer: ({ n }) => answerWith(n, { size: "256x256" }),
    });
    const { generation, images } = await studio.submit({ imageCount: 3, options: { size: "256x256" } });
    expect(images.map(({ state, index }) => [state, index])).toEqual([
      ["waiting", 0],
      ["waiting", 1],
      ["waiting", 2],
    ]);
    const done = await studio.imagesWhen(generation.id, allEnded);
    expect(done).toMatchObject(
      [0, 1, 2].map((index) => ({
        ...{ index, state: "completed", widthPx: 48, heightPx: 32, contentType: "image/png" },
        ...{ used: { size: "256x256" }, revisedPrompt: null },
      })),
    );
    for (const image of done) {
      if (image.state !== "completed") continue;
      expect(image.costUsd).toBeCloseTo(0.016, 8);
      const stored = await studio.services.storage.get(originalKey(image.id));
      expect(Buffer.from(stored ?? []).toString("base64")).toBe(await picture(image.index));
    }
    expect(studio.sent).toHaveLength(1);
    expect(studio.sent[0]).toMatchObject({ prompt: "a fox", n: 3, size: "256x256" });
    expect(await studio.callsOf(generation.id)).toMatchObject([{ state: "answered", sends: 1 }]);
  });

  test("is one generation, sent once, however often it is submitted", async () => {
    await using studio = await openTestStudio(database);
    const idempotencyKey = uuidv7();
    const created = await Promise.all(Array.from({ length: 10 }, () => studio.submit({ idempotencyKey })));
    const again = await studio.submit({ idempotencyKey, prompt: "something else" });
    const ids = new Set([...created, again].map(({ generation }) => generation.id));
    expect(ids.size).toBe(1);
    expect(again.images).toHaveLength(1);
    await studio.imagesWhen(again.generation.id, allEnded);
    expect(studio.sent.map(({ prompt }) => prompt)).toEqual(["a fox"]);
  });

  test("develops its pictures side by side, each with its own partials", async () => {
    const streams = [openEventStream(), openEventStream()];
    await using studio = await openTestStudio(database, {
      answer: ({ nth }) => streams[nth]?.response ?? refuseWith(500, null),
    });
    const { generation } = await studio.submit({ model: gptImage1, options: { partials: 2 }, imageCount: 2 });
    await studio.imagesWhen(generation.id, all("developing"));
    streams[0]?.partial(0, await picture(1));
    const partly = await studio.imagesWhen(generation.id, (images) =>
      images.some((image) => image.state === "developing" && image.preview !== null),
    );
    expect(partly.filter((image) => image.state === "developing" && image.preview === null)).toHaveLength(1);
    for (const stream of streams) stream.completed(await picture(2));
    expect((await studio.imagesWhen(generation.id, allEnded)).map(({ state }) => state)).toEqual([
      "completed",
      "completed",
    ]);
    expect(studio.sent).toMatchObject([
      { n: 1, stream: true, partial_images: 2 },
      { n: 1, stream: true },
    ]);
    const partials = async () => {
      const keys = await Array.fromAsync(studio.services.storage.list("images/"));
      return keys.filter((key) => key.includes("partials")).length;
    };
    // A browser may still be fetching the last preview, so they go later.
    await forgetPartials(studio.services);
    expect(await partials()).toBe(1);
    await forgetPartials(studio.services, new Date(Date.now() + 3_600_000));
    expect(await partials()).toBe(0);
  });

  test("shows a picture as developing before its request leaves", async () => {
    const seen: string[] = [];
    await using studio = await openTestStudio(database, {
      answer: async () => {
        const gallery = await readGallery(database.drizzle, LOCAL_OWNER, {
          sessionId: studio.sessionId,
          before: null,
        });
        seen.push(...gallery.images.map(({ state }) => state));
        return answerWith(1);
      },
    });
    const { generation } = await studio.submit();
    await studio.imagesWhen(generation.id, allEnded);
    expect(seen).toEqual(["developing"]);
  });

  test("keeps a failed picture from taking its siblings along", async () => {
    await using studio = await openTestStudio(database, {
      answer: ({ nth }) => (nth === 1 ? refuseWith(400, "content_policy_violation") : answerWith(1)),
    });
    const { generation } = await studio.submit({ model: modelLabelled("DALL·E 3"), imageCount: 3 });
    const done = await studio.imagesWhen(generation.id, allEnded);
    expect(done.map(({ state }) => state).toSorted()).toEqual(["completed", "completed", "failed"]);
    expect(done.find(({ state }) => state === "failed")).toMatchObject({
      failure: { code: "moderation_blocked", billed: "no" },
    });
    expect(studio.sent).toHaveLength(3);
  });

  test("ends what the answer lacks as unknown, what is no picture as failed, and keeps the rest", async () => {
    await using studio = await openTestStudio(database, {
      answer: async () =>
        Response.json({
          data: [
            { b64_json: await picture() },
            { b64_json: Buffer.from("no picture").toString("base64") },
            { url: "ftp://gone" },
          ],
        }),
    });
    const { generation } = await studio.submit({ imageCount: 4 });
    const done = await studio.imagesWhen(generation.id, allEnded);
    expect(done).toMatchObject([
      { state: "completed" },
      {
        state: "failed",
        failure: { code: "picture_unreadable", billed: "yes" },
        originalUrl: expect.stringMatching(/original/),
      },
      { state: "failed", failure: { code: "picture_lost", billed: "yes" }, originalUrl: null },
      { state: "unknown", failure: { code: "ended_early", billed: "maybe" } },
    ]);
  });

  test("keeps a picture whose words the database could not store as they came", async () => {
    const words = "a\0 fox \ud83e".repeat(60_000);
    await using studio = await openTestStudio(database, {
      answer: async ({ nth }) =>
        nth === 0
          ? Response.json({ size: words, data: [{ b64_json: await picture(), revised_prompt: words }] })
          : Response.json({ error: { message: words, code: words, param: words } }, { status: 400 }),
    });
    const first = await studio.submit();
    expect(await studio.imagesWhen(first.generation.id, allEnded)).toMatchObject([
      { state: "completed", revisedPrompt: expect.stringMatching(/^a fox \ufffda fox/) },
    ]);
    const second = await studio.submit();
    expect(await studio.imagesWhen(second.generation.id, allEnded)).toMatchObject([
      { state: "failed", failure: { code: "request_rejected" } },
    ]);
  });

  test("passes over a preview that is no picture", async () => {
    const stream = openEventStream();
    await using studio = await openTestStudio(database, { answer: () => stream.response });
    const { generation } = await studio.submit({ model: gptImage1, options: { partials: 1 } });
    stream.partial(0, Buffer.from("no picture").toString("base64"));
    stream.completed(await picture());
    expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([{ state: "completed" }]);
    expect(studio.lines.join()).toContain("partial-skipped");
  });

  test("is refused when session or parent are not the viewer's, and then nothing is journalled", async () => {
    await using studio = await openTestStudio(database);
    const foreign = { ...studio, sessionId: uuidv7() };
    const model = modelLabelled("DALL·E 2");
    const input = {
      ...{ modelId: model.id, prompt: "a", options: {}, imageCount: 1, idempotencyKey: uuidv7() },
      ...{ sessionId: foreign.sessionId, parentImageId: null },
    };
    await expect(createGeneration(studio.services, LOCAL_OWNER, model, input)).rejects.toMatchObject({
      fields: [{ field: "sessionId" }],
    });
    const orphan = { ...input, sessionId: studio.sessionId, parentImageId: uuidv7() };
    await expect(createGeneration(studio.services, LOCAL_OWNER, model, orphan)).rejects.toMatchObject({
      fields: [{ field: "parentImageId" }],
    });
    await expect(
      createGeneration(studio.services, { id: "someone" }, model, { ...input, sessionId: studio.sessionId }),
    ).rejects.toMatchObject({ fields: [{ field: "sessionId" }] });
    const gallery = await readGallery(database.drizzle, LOCAL_OWNER, {
      sessionId: studio.sessionId,
      before: null,
    });
    expect(gallery.generations).toEqual([]);
    expect(studio.sent).toEqual([]);
  });

  test("keeps what people mark while it develops and after", async () => {
    const stream = openEventStream();
    await using studio = await openTestStudio(database, { answer: () => stream.response });
    const { generation, images } = await studio.submit({ model: gptImage1, options: { partials: 0 } });
    await studio.imagesWhen(generation.id, all("developing"));
    const ids = images.map(({ id }) => id);
    await updateImages(database.drizzle, {
      viewerId: LOCAL_OWNER.id,
      ids,
      changes: { favourite: true, deletedAt: new Date() },
    });
    stream.completed(await picture());
    const [done] = await studio.imagesWhen(generation.id, allEnded);
    expect(done).toMatchObject({ state: "completed", favourite: true, deletedAt: expect.any(String) });
  });
});

describe("sending again", () => {
  test("waits as long as the provider asks, says until when, and sends exactly twice", async () => {
    await using studio = await openTestStudio(database, {
      answer: ({ nth }) =>
        nth === 0 ? refuseWith(429, "rate_limit_exceeded", { "retry-after": "1" }) : answerWith(1),
    });
    const startedAt = Date.now();
    const { generation } = await studio.submit();
    const [waiting] = await studio.imagesWhen(
      generation.id,
      ([image]) => image?.state === "waiting" && image.retryAt !== null,
    );
    const retryAt = waiting?.state === "waiting" ? Date.parse(waiting.retryAt ?? "") : 0;
    expect(retryAt - startedAt).toBeGreaterThanOrEqual(1000);
    expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([{ state: "completed" }]);
    expect(Date.now()).toBeGreaterThanOrEqual(retryAt);
    expect(studio.sent).toHaveLength(2);
    expect(await studio.callsOf(generation.id)).toMatchObject([{ sends: 2 }]);
  });

  test("does not happen before its time, though a job comes early", async () => {
    await using studio = await openTestStudio(database, {
      answer: () => refuseWith(429, "rate_limit_exceeded", { "retry-after": "120" }),
    });
    const { generation } = await studio.submit();
    await studio.imagesWhen(generation.id, ([image]) => image?.state === "waiting" && image.retryAt !== null);
    const [call] = await studio.callsOf(generation.id);
    await runCall(studio.services, call?.id ?? "");
    expect(studio.sent).toHaveLength(1);
    await cancelGeneration(studio.services, LOCAL_OWNER, generation.id);
    const [ended] = await studio.imagesWhen(generation.id, allEnded);
    expect(ended).toMatchObject({ state: "cancelled", failure: { billed: "no" } });
  });

  test.each([
    ["500", () => refuseWith(500, "server_error"), "unknown", "provider_failed"],
    [
      "503 that speaks of a limit",
      () => refuseWith(503, "rate_limit_exceeded"),
      "unknown",
      "provider_failed",
    ],
    ["429 out of money", () => refuseWith(429, "insufficient_quota"), "failed", "quota_exhausted"],
    ["400", () => refuseWith(400, "invalid_value"), "failed", "request_rejected"],
    ["401", () => refuseWith(401, "invalid_api_key"), "failed", "key_rejected"],
    ["a page", () => new Response("<html>", { status: 502 }), "unknown", "provider_failed"],
    ["a text", () => new Response("hello"), "unknown", "ended_early"],
    [
      "a connection that is lost",
      () => Promise.reject(new TypeError("fetch failed")),
      "unknown",
      "connection_lost",
    ],
  ])("never happens after %s", async (_, answer, state, code) => {
    await using studio = await openTestStudio(database, { answer });
    const { generation } = await studio.submit();
    expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([{ state, failure: { code } }]);
    expect(studio.sent).toHaveLength(1);
  });

  test("keeps the last partial of a lost stream as a preview, and does not call it final", async () => {
    const stream = openEventStream();
    await using studio = await openTestStudio(database, { answer: () => stream.response });
    const { generation } = await studio.submit({ model: gptImage1, options: { partials: 3 } });
    stream.partial(0, await picture(1));
    await studio.imagesWhen(
      generation.id,
      ([image]) => image?.state === "developing" && image.preview !== null,
    );
    stream.cut();
    expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([
      {
        state: "unknown",
        failure: { code: "connection_lost", billed: "maybe" },
        preview: { partialIndex: 0 },
        originalUrl: null,
      },
    ]);
    expect(studio.sent).toHaveLength(1);
  });

  test("is tried four times where the provider is out of reach, and nothing was billed", async () => {
    const refused = Object.assign(new TypeError("fetch failed"), {
      cause: Object.assign(new Error(), { code: "ECONNREFUSED" }),
    });
    await using studio = await openTestStudio(database, {
      answer: ({ nth }) => (nth === 0 ? Promise.reject(refused) : answerWith(1)),
    });
    const { generation } = await studio.submit();
    expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([{ state: "completed" }]);
    expect(studio.sent).toHaveLength(2);
  });

  test("names the successor of a model that is gone", async () => {
    await using studio = await openTestStudio(database, { answer: () => refuseWith(404, "model_not_found") });
    const { generation } = await studio.submit();
    const [image] = await studio.imagesWhen(generation.id, allEnded);
    expect(image).toMatchObject({
      state: "failed",
      failure: { todo: "Choose GPT Image 2.6 Flare instead: it came after DALL·E 2." },
    });
  });
});

describe("cancel", () => {
  test("keeps what was not sent from ever being sent, and aborts what was", async () => {
    const stream = openEventStream();
    await using studio = await openTestStudio(database, { answer: () => stream.response, atOnce: 1 });
    const { generation } = await studio.submit({ model: gptImage1, options: { partials: 0 }, imageCount: 3 });
    await studio.imagesWhen(generation.id, (images) => images.some(({ state }) => state === "developing"));
    await cancelGeneration(studio.services, LOCAL_OWNER, generation.id);
    const done = await studio.imagesWhen(generation.id, allEnded);
    const failures = done.map((image) => [image.state, image.state === "cancelled" && image.failure.billed]);
    expect(failures.toSorted()).toEqual([
      ["cancelled", "maybe"],
      ["cancelled", "no"],
      ["cancelled", "no"],
    ]);
    expect(studio.sent).toHaveLength(1);
    expect(studio.sent[0]?.signal.aborted).toBe(true);
    for (const call of await studio.callsOf(generation.id)) await runCall(studio.services, call.id);
    expect(studio.sent, "also when a late job comes").toHaveLength(1);
  });

  test("does not lose a picture that had already come", async () => {
    const storage = openMemoryStorage();
    const { promise: putBegun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
    const slow = {
      ...storage,
      put: async (...args: Parameters<typeof storage.put>) => {
        if (args[0].endsWith("original")) {
          begin();
          await mayGoOn;
        }
        return storage.put(...args);
      },
    };
    await using studio = await openTestStudio(database, { storage: slow });
    const { generation } = await studio.submit();
    await putBegun;
    await cancelGeneration(studio.services, LOCAL_OWNER, generation.id);
    // The answer is in the journal before its bytes are stored: there is nothing left to cancel.
    await studio.imagesWhen(generation.id, all("developing"));
    goOn();
    const [image] = await studio.imagesWhen(generation.id, all("completed"));
    expect(image).toMatchObject({ state: "completed" });
    expect(await studio.callsOf(generation.id)).toMatchObject([{ state: "answered" }]);
  });

  test("finds a call that was taken a moment ago, and it is not sent", async () => {
    await using studio = await openTestStudio(database, {
      atOnce: 1,
      answer: () => openEventStream().response,
    });
    // The one worker is busy, so that the test itself takes the second call.
    const busy = await studio.submit({ model: gptImage1, options: { partials: 0 } });
    await studio.imagesWhen(busy.generation.id, all("developing"));
    const { generation } = await studio.submit();
    const [call] = await studio.callsOf(generation.id);
    const run = runCall(studio.services, call?.id ?? "");
    studio.services.running.get(call?.id ?? "")?.abort();
    await run;
    const [image] = await studio.imagesWhen(generation.id, allEnded);
    expect(image?.state).toBe("cancelled");
    expect(studio.sent.map(({ stream }) => stream)).toEqual([true]);
  });

  test("of what has ended changes nothing, and of what is not the viewer's is refused", async () => {
    await using studio = await openTestStudio(database);
    const { generation } = await studio.submit();
    const before = await studio.imagesWhen(generation.id, allEnded);
    await cancelGeneration(studio.services, LOCAL_OWNER, generation.id);
    expect(await studio.imagesWhen(generation.id, allEnded)).toEqual(before);
    const { services } = studio;
    await expect(cancelGeneration(services, { id: "someone" }, generation.id)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(cancelGeneration(services, LOCAL_OWNER, uuidv7())).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("two workers", () => {
  test("send a call once when both take it", async () => {
    const answers = Promise.withResolvers<Response>();
    await using studio = await openTestStudio(database, { answer: () => answers.promise, atOnce: 1 });
    const { generation } = await studio.submit({ imageCount: 1 });
    await studio.imagesWhen(generation.id, all("developing"));
    const [call] = await studio.callsOf(generation.id);
    const other = { ...studio.services, workerId: uuidv7(), running: new Map() };
    await Promise.all([runCall(other, call?.id ?? ""), runCall(studio.services, call?.id ?? "")]);
    expect(studio.sent).toHaveLength(1);
    expect(
      studio.services.running.has(call?.id ?? ""),
      "the second job leaves the first its controller",
    ).toBe(true);
    answers.resolve(await answerWith(1));
    await studio.imagesWhen(generation.id, all("completed"));
    expect(studio.sent).toHaveLength(1);
  });
});

describe("a fault of the studio's own", () => {
  const failing = (times: number, isMeant: (key: string) => boolean) => {
    const storage = openMemoryStorage();
    let failures = 0;
    const put: typeof storage.put = async (key, ...rest) => {
      if (isMeant(key) && failures < times) {
        failures += 1;
        throw new Error("ENOSPC");
      }
      return storage.put(key, ...rest);
    };
    return { ...storage, put };
  };

  test("of storage costs no picture when it passes", async () => {
    await using studio = await openTestStudio(database, {
      storage: failing(2, (key) => key.endsWith("original")),
    });
    const { generation } = await studio.submit();
    expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([{ state: "completed" }]);
  });

  test("of the database ends a sent call as unknown at worst, never as unbilled, and it is not sent again", async () => {
    await using studio = await openTestStudio(database);
    await database.drizzle.execute(
      sql`alter table images add constraint no_answer check (state <> 'completed')`,
    );
    try {
      const { generation } = await studio.submit();
      const done = studio.imagesWhen(generation.id, allEnded);
      // The original is stored, so a later round finishes it.
      await expect.poll(() => studio.lines.join(""), { timeout: 10_000 }).toContain("answer-waits");
      await database.drizzle.execute(sql`alter table images drop constraint no_answer`);
      await expect
        .poll(async () => (await studio.callsOf(generation.id))[0]?.state, { timeout: 10_000 })
        .not.toBe("planned");
      await lapse(generation.id);
      await recover(studio.services, { isStart: false });
      expect(await done).toMatchObject([{ state: "completed" }]);
      expect(studio.sent).toHaveLength(1);
    } finally {
      await database.drizzle.execute(sql`alter table images drop constraint if exists no_answer`);
    }
  });
});

/** As if the worker of a generation's calls had given no sign of life for long. */
async function lapse(generationId: string): Promise<void> {
  await database.drizzle.execute(
    sql`update calls set lease_until = now() - interval '1 minute' where generation_id = ${generationId}`,
  );
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
    const abandoned = await listAbandonedCalls(database.drizzle, { onlyWorkerAlive: null });
    expect(abandoned.map(({ id }) => id)).toEqual([lost?.id]);
  });
});

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
