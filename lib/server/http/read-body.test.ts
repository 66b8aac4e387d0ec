import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readBytes } from "./read-body";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An upload of these pieces, each so long after the one before, which then stands still. */
function uploading(pieces: number, everyMs: number, end: "ends" | "stands still") {
  let sent = 0;
  const cancelled = vi.fn();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (sent === pieces) return end === "ends" ? controller.close() : new Promise(() => {});
      await new Promise((resolve) => setTimeout(resolve, everyMs));
      sent += 1;
      controller.enqueue(Uint8Array.of(sent));
    },
    cancel: cancelled,
  });
  const init = { method: "POST", body, duplex: "half" };
  return { request: new Request("http://studio.test", init), cancelled };
}

test("reads an upload for as long as something of it comes", async () => {
  const reading = readBytes(uploading(40, 50_000, "ends").request, 1_000);
  await vi.advanceTimersByTimeAsync(40 * 50_000);
  expect(await reading).toHaveLength(40);
});

test("ends an upload of which nothing comes any more, and takes no more of it", async () => {
  const { request, cancelled } = uploading(2, 1_000, "stands still");
  const reading = readBytes(request, 1_000).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(62_000);
  expect(await reading).toMatchObject({ code: "invalid_input" });
  expect(cancelled).toHaveBeenCalled();
});

test("an upload that is too large is refused as it comes", async () => {
  const reading = readBytes(uploading(9, 1, "ends").request, 4).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(100);
  expect(await reading).toMatchObject({ code: "payload_too_large" });
});
