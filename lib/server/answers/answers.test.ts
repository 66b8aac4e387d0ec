import { expect, test } from "vitest";
import type { CallRow } from "@/lib/server/db/queries/journal/calls";
import { findSession } from "@/lib/server/db/queries/sessions";
import { failingStorage } from "@/lib/server/testing/failing-storage";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import { all, allEnded, openTestStudio, picture, type TestStudio } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { finishPicture } from "./finish-picture";
import { journalAnswer } from "./journal-answer";

const database = useDatabase();

/** Two pictures at 256 x 256 for 1.6 cents each, with words of their own. */
async function twoPictures(): Promise<Response> {
  const data = [0, 1].map(async (shade) => ({
    b64_json: await picture(shade),
    revised_prompt: `a red fox, ${shade}`,
  }));
  return Response.json({ size: "256x256", data: await Promise.all(data) });
}
const twoSmall = { imageCount: 2, options: { size: "256x256" } };

async function totalsOf({ sessionId }: TestStudio) {
  const session = await findSession(database.drizzle, { viewerId: LOCAL_OWNER.id, id: sessionId });
  return { pictures: session?.pictureCount, usd: session?.spentUsd };
}

test("what a call answered is in the journal before a byte of it is stored", async () => {
  const seen: Promise<CallRow[]>[] = [];
  const storage = openMemoryStorage();
  await using studio = await openTestStudio(database, {
    answer: twoPictures,
    storage: {
      ...storage,
      put(key, ...rest) {
        const [, imageId = ""] = key.split("/");
        if (key.endsWith("original")) seen.push(studio.callsOf(generationOf.get(imageId) ?? ""));
        return storage.put(key, ...rest);
      },
    },
  });
  const generationOf = new Map<string, string>();
  const { generation, images } = await studio.submit(twoSmall);
  for (const { id } of images) generationOf.set(id, generation.id);
  await studio.imagesWhen(generation.id, allEnded);
  expect(seen).toHaveLength(2);
  for (const [call] of await Promise.all(seen)) {
    expect(call).toMatchObject({
      state: "answered",
      answer: { pictures: images.map(({ id }) => ({ imageId: id, used: { size: "256x256" } })) },
    });
    expect(call?.costUsd).toBeCloseTo(0.032, 8);
  }
});

test("an answer that is journalled and finished again counts once", async () => {
  await using studio = await openTestStudio(database, { answer: twoPictures });
  const { generation } = await studio.submit(twoSmall);
  const done = await studio.imagesWhen(generation.id, all("completed"));
  await expect.poll(async () => (await studio.callsOf(generation.id))[0]?.leaseUntil).toBeNull();
  const before = await totalsOf(studio);
  expect(before).toMatchObject({ pictures: 2, usd: expect.closeTo(0.032, 8) });
  const [{ id: callId, answer } = {}] = await studio.callsOf(generation.id);
  if (!callId || !answer) throw new Error("There is no such call.");
  await journalAnswer(database, { callId, answer, workerId: studio.services.workerId });
  for (const one of answer.pictures) {
    const image = { id: one.imageId, stored: { state: "completed" as const } };
    await finishPicture(database, { callId, image, answer, picture: one });
  }
  expect(await totalsOf(studio)).toEqual(before);
  expect(await studio.imagesWhen(generation.id, allEnded)).toEqual(done);
});

test("a process that dies between the journal and the last picture leaves cost and words, and a late end counts once", async () => {
  const { storage, set } = failingStorage(openMemoryStorage());
  await using first = await openTestStudio(database, { storage, answer: twoPictures });
  const { generation, images } = await first.submit(twoSmall);
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const second = images[1]?.id ?? "-";
  set((operation, key) => (operation === "put" && key.includes(second) ? released : "fine"));
  await first.imagesWhen(generation.id, all("developing"));
  await expect.poll(() => storage.get(`images/${images[0]?.id}/original`)).not.toBeNull();

  await using survivor = await openTestStudio(database, { storage, keepRows: true });
  const done = await survivor.imagesWhen(generation.id, allEnded);
  expect(done).toMatchObject([
    { state: "completed", revisedPrompt: "a red fox, 0", used: { size: "256x256" } },
    { state: "unknown", failure: { code: "interrupted", billed: "yes" } },
  ]);
  expect(done[0]).toMatchObject({ costUsd: expect.closeTo(0.016, 8) });
  release();
  expect(await first.imagesWhen(generation.id, all("completed"))).toMatchObject([
    { revisedPrompt: "a red fox, 0" },
    { revisedPrompt: "a red fox, 1" },
  ]);
  expect(await totalsOf(first)).toMatchObject({ pictures: 2, usd: expect.closeTo(0.032, 8) });
  expect(first.sent.length + survivor.sent.length).toBe(1);
});
