import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startWatchdog } from "@/lib/server/provider/watchdog";
import { openBody } from "./body";
import { createBodyBudget } from "./body-budget";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const picture = Buffer.alloc(30_000, 7).toString("base64");
const answer = `{"b64_json":"${picture}"}`;
/** Comes in pieces, as fast as it is read, and counts them. */
function sending(text: string) {
  const counted = { pieces: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = text.slice(counted.pieces * 1_000, (counted.pieces + 1) * 1_000);
        counted.pieces += 1;
        if (piece === "") controller.close();
        else controller.enqueue(Buffer.from(piece));
      },
    },
    { highWaterMark: 0 },
  );
  return { counted, response: new Response(body) };
}
const budget = () => createBodyBudget({ freeBytes: 1_000, sharedBytes: 9_000 });
const open = (
  response: Response,
  shared: ReturnType<typeof budget>,
  caller = new AbortController().signal,
) => {
  const watchdog = startWatchdog(caller, { idleMs: 2_500, overallMs: 60_000 });
  return { watchdog, body: openBody(response, watchdog, shared) };
};
const whole = async (body: ReturnType<typeof openBody>) => (await Array.fromAsync(body.text())).join("");

test("is not read on while others hold the memory, and its provider is not taken for silent meanwhile", async () => {
  const shared = budget();
  const other = shared.open();
  await other.hold(10_000);
  const { counted, response } = sending(answer);
  const { body, watchdog } = open(response, shared);
  using _ = body;
  using __ = watchdog;
  const reading = whole(body);
  await vi.waitFor(() => expect(counted.pieces).toBeGreaterThan(1));
  const read = counted.pieces;
  // Much longer than a provider may be silent.
  await vi.advanceTimersByTimeAsync(30_000);
  expect(counted.pieces).toBe(read);
  other[Symbol.dispose]();
  const { b64_json }: { b64_json: string } = JSON.parse(await reading);
  expect(body.take(b64_json).byteLength).toBe(30_000);
});

test("does not outlive a cancel while it waits for memory", async () => {
  const shared = budget();
  await shared.open().hold(10_000);
  const caller = new AbortController();
  const { body, watchdog } = open(sending(answer).response, shared, caller.signal);
  using _ = body;
  using __ = watchdog;
  const reading = whole(body);
  caller.abort(new Error("cancelled"));
  await expect(reading).rejects.toThrow("cancelled");
});

test("gives its memory back with each picture that is taken, and all of it at its end", async () => {
  const shared = budget();
  {
    const { body, watchdog } = open(sending(answer.repeat(3)).response, shared);
    using _ = body;
    using __ = watchdog;
    await whole(body);
  }
  await shared.open().hold(10_000);
});
