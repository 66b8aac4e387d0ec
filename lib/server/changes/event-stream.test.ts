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
  const send = (event: object, key?: string) => sink?.send(event, key);
  const sendWhole = (event: object) => sink?.sendWhole(event);
  const sendAway = () => sink?.sendAway();
  return { response, reader, stop, send, sendWhole, sendAway, close: () => sink?.close() };
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

test("asks the client to stay away for some seconds when the studio stops", async () => {
  const { reader, stop, sendAway } = open();
  await reader?.read();
  sendAway();
  const [, retryMs] = /^retry: (\d+)\n\n$/.exec((await reader?.read())?.value ?? "") ?? [];
  expect(Number(retryMs)).toBeGreaterThanOrEqual(3_000);
  expect((await reader?.read())?.done).toBe(true);
  expect(stop).toHaveBeenCalledTimes(1);
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

/** What is left to read of a stream that is closed, an event a line. */
async function restOf({ reader, close }: ReturnType<typeof open>): Promise<string[]> {
  let text = "";
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    text += read.value;
    if (text.endsWith('"last"}\n\n')) close();
  }
  return text.split("\n\n").filter((line) => line.startsWith("data: "));
}
const row = (id: number, version: number) =>
  [{ id, version, padding: "x".repeat(100_000) }, `row ${id}`] as const;

test("keeps the newest state of each row for a client that does not read, and tells that when it does", async () => {
  const opened = open();
  for (let version = 1; version <= 500; version += 1)
    for (const id of [1, 2, 3]) opened.send(...row(id, version));
  expect(opened.stop).not.toHaveBeenCalled();
  opened.send({ text: "last" });
  const lines = await restOf(opened);
  const versions = lines.map((line) => line.replace(/,"padding".*/, "}"));
  expect(versions.slice(-4)).toEqual([
    'data: {"id":2,"version":500}',
    'data: {"id":3,"version":500}',
    'data: {"id":1,"version":500}',
    'data: {"text":"last"}',
  ]);
  expect(lines.length).toBeLessThan(8);
});

test("tells a whole instead of what waited before it", async () => {
  const opened = open();
  for (const id of [1, 2, 3]) opened.send(...row(id, 1));
  opened.sendWhole({ whole: true });
  opened.send({ text: "last" });
  const lines = await restOf(opened);
  expect(lines.filter((line) => line.includes("padding")).length).toBeLessThan(3);
  expect(lines.slice(-2)).toEqual(['data: {"whole":true}', 'data: {"text":"last"}']);
});

/** The stream as the connection takes it. */
function openRaw(event: object) {
  const stop = vi.fn();
  const response = eventStream(new AbortController().signal, (sink) => {
    sink.send(event);
    return stop;
  });
  return { stop, reader: response.body?.getReader() };
}

test("lets a client go that takes nothing for a minute, and its backlog with it", async () => {
  const { reader, stop } = openRaw({ padding: "x".repeat(100_000) });
  vi.advanceTimersByTime(50_000);
  expect(stop).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(stop).toHaveBeenCalledTimes(1);
  await expect(reader?.read()).rejects.toThrow("does not read");
});

test("waits for a client that takes a little now and then", async () => {
  const { reader, stop } = openRaw({ padding: "x".repeat(100_000) });
  vi.advanceTimersByTime(50_000);
  await reader?.read();
  await reader?.read();
  vi.advanceTimersByTime(50_000);
  expect(stop).not.toHaveBeenCalled();
});

test("holds an event once, however many are behind", async () => {
  const event = { id: 1, padding: "x".repeat(1_000) };
  const chunks = await Promise.all(
    [1, 2, 3].map(async () => {
      const { reader } = openRaw(event);
      await reader?.read();
      return (await reader?.read())?.value;
    }),
  );
  expect(new Set(chunks).size).toBe(1);
});
