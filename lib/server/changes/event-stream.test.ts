import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type EventSink, eventStream } from "./event-stream";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(signal = new AbortController().signal, onOpen: (sink: EventSink) => void = () => {}) {
  const stop = vi.fn();
  let sink: EventSink | null = null;
  const response = eventStream(signal, (opened) => {
    sink = opened;
    onOpen(opened);
    return stop;
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const send = (event: object) => sink?.send(event);
  return { response, reader, stop, send, close: () => sink?.close() };
}

test("begins with enough for a proxy to pass on, then sends each event as JSON on a line", async () => {
  const { response, reader, send } = open();
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(response.headers.get("cache-control")).toContain("no-transform");
  const first = await reader?.read();
  expect(first?.value).toMatch(/^retry: 1000\n: {2048}\n\n$/);
  send({ type: "x", text: "two\nlines" });
  expect((await reader?.read())?.value).toBe('data: {"type":"x","text":"two\\nlines"}\n\n');
});

test("gives a sign of life every ten seconds", async () => {
  const { reader } = open();
  await reader?.read();
  vi.advanceTimersByTime(10_000);
  expect((await reader?.read())?.value).toMatch(/^: +\n\n$/);
});

test.each<[string, (opened: ReturnType<typeof open>, leave: () => void) => void]>([
  ["the client leaves", ({ reader }) => void reader?.cancel()],
  ["the request is aborted", (_, leave) => leave()],
  ["it is closed", ({ close }) => close()],
])("stops watching once, and its clock, when %s", async (_, end) => {
  const controller = new AbortController();
  const opened = open(controller.signal);
  end(opened, () => controller.abort());
  await vi.waitFor(() => expect(opened.stop).toHaveBeenCalledTimes(1));
  opened.close();
  opened.send({ type: "late" });
  controller.abort();
  expect(opened.stop).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

test("stops at once when the client had left before, or it is closed while it opens", () => {
  expect(open(AbortSignal.abort()).stop).toHaveBeenCalledTimes(1);
  expect(open(new AbortController().signal, (sink) => sink.close()).stop).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

test("lets a client go that does not read, instead of keeping everything for it", () => {
  const { stop, send } = open();
  const event = { text: "x".repeat(1024 * 1024) };
  for (let sent = 0; sent < 4; sent += 1) send(event);
  expect(stop).not.toHaveBeenCalled();
  send(event);
  expect(stop).toHaveBeenCalledTimes(1);
});
