import { describe, expect, test } from "vitest";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { cancelGeneration } from "@/lib/server/generations/cancel-generation";
import {
  allEnded,
  answerWith,
  openEventStream,
  openTestStudio,
  picture,
  refuseWith,
} from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { runCall } from "./run-call";

const database = useDatabase();
const gptImage1 = modelLabelled("GPT Image 1");

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

  test("follows where the provider could not be reached", async () => {
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

  test("is given up after four times, and nothing was billed", async () => {
    await using studio = await openTestStudio(database, {
      answer: () => refuseWith(429, "rate_limit_exceeded", { "retry-after": "0" }),
    });
    const { generation } = await studio.submit();
    expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([
      { state: "failed", failure: { code: "rate_limited", billed: "no" } },
    ]);
    expect(studio.sent).toHaveLength(4);
    expect(await studio.callsOf(generation.id)).toMatchObject([{ state: "failed", sends: 4 }]);
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
