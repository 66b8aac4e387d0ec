import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { originalKey } from "@/lib/domain/generation/picture-address";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { updateImages } from "@/lib/server/db/queries/images";
import { createGeneration } from "@/lib/server/generations/create-generation";
import { forgetPartials } from "@/lib/server/images/forget-partials";
import { readGallery } from "@/lib/server/sessions/read-gallery";
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
