import { describe, expect, test } from "vitest";
import { ids } from "@/lib/domain/models/image-models-ids.fixture";
import { createTestApi, generationRequest, readError, readEventLines } from "./api.fixture";
import { describingPainter, readDrawn } from "./stub-painter.fixture";

const streamed = { model: ids.gptImage1, prompt: "a lamp", stream: true };

describe("a stream of one picture", () => {
  test("sends the partials in order, then the final, with the fields of the reference", async () => {
    const api = createTestApi({ now: () => 1_700_000_000_000 });
    const body = { ...streamed, partial_images: 2, quality: "low", output_format: "jpeg" };
    const response = await api(generationRequest(body));
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const [first, second, final, ...rest] = await readEventLines(response);
    const used = {
      b64_json: expect.any(String),
      created_at: 1_700_000_000,
      size: "1024x1024",
      quality: "low",
      background: "opaque",
      output_format: "jpeg",
    };
    const partial = { type: "image_generation.partial_image", ...used };
    expect(rest).toEqual([]);
    expect(first).toEqual({ name: partial.type, data: { ...partial, partial_image_index: 0 } });
    expect(second).toEqual({ name: partial.type, data: { ...partial, partial_image_index: 1 } });
    const usage = {
      input_tokens: 2,
      input_tokens_details: { text_tokens: 2, image_tokens: 0 },
      output_tokens: 272 + 2 * 100,
      total_tokens: 474,
    };
    const type = "image_generation.completed";
    expect(final).toEqual({ name: type, data: { type, ...used, usage } });
  });

  test("draws partials and final of one and the same variant", async () => {
    const response = await createTestApi()(generationRequest({ ...streamed, partial_images: 3 }));
    const drawn = (await readEventLines(response)).map(({ data }) => readDrawn(data.b64_json));
    expect(drawn.map(({ variant }) => variant)).toEqual([0, 0, 0, 0]);
    expect(drawn.map(({ step }) => step)).toEqual([0, 1, 2, null]);
    expect(drawn.map(({ steps }) => steps)).toEqual([3, 3, 3, null]);
  });

  test.each([{}, { partial_images: 0 }])("sends only the final with %j", async (partials) => {
    const response = await createTestApi()(generationRequest({ ...streamed, ...partials }));
    const events = await readEventLines(response);
    expect(events.map(({ name }) => name)).toEqual(["image_generation.completed"]);
  });

  test("says that it will not be held back or cached", async () => {
    const { headers } = await createTestApi()(generationRequest(streamed));
    expect(headers.get("cache-control")).toContain("no-transform");
    expect(headers.get("x-accel-buffering")).toBe("no");
  });

  test("refuses in JSON before the stream begins", async () => {
    const response = await createTestApi()(generationRequest({ ...streamed, n: 3 }));
    expect(await readError(response)).toMatchObject({ status: 400, param: "n" });
  });

  test("ends with an error event when the painter fails", async () => {
    const paint = () => Promise.reject(new Error("no paint"));
    const api = createTestApi({ painter: { ...describingPainter, paint } });
    const events = await readEventLines(await api(generationRequest({ ...streamed, partial_images: 1 })));
    expect(events.map(({ name }) => name)).toEqual(["image_generation.partial_image", "error"]);
    expect(events[1]?.data).toMatchObject({ type: "error", error: { type: "server_error" } });
  });
});

describe("a client that leaves", () => {
  test("ends the stream quietly when its request is aborted", async () => {
    const client = new AbortController();
    const api = createTestApi({ paceMs: 60_000 });
    const response = await api(
      generationRequest({ ...streamed, partial_images: 3 }, { signal: client.signal }),
    );
    client.abort();
    expect(await response.text()).toBe("");
  });

  test("stops the drawing when it stops reading", async () => {
    let drawnCount = 0;
    const painter = {
      ...describingPainter,
      paintPartial: async () => {
        drawnCount += 1;
        return new Uint8Array(3);
      },
    };
    const response = await createTestApi({ painter })(generationRequest({ ...streamed, partial_images: 3 }));
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const drawnAtCancel = drawnCount;
    await createTestApi()(generationRequest({ model: ids.gptImage1, prompt: "another" }));
    expect(drawnCount).toBeLessThanOrEqual(drawnAtCancel + 1);
    expect(drawnCount).toBeLessThan(3);
  });
});
