import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { cancelGeneration } from "@/lib/server/generations/cancel-generation";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import { all, allEnded, openEventStream, openTestStudio } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { runCall } from "./run-call";

const database = useDatabase();
const gptImage1 = modelLabelled("GPT Image 1");

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
