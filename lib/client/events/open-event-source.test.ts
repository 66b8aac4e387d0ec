import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openEventSource } from "./open-event-source";

/** The browser's EventSource as far as it is used, moved by hand. */
class Connection {
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onerror?: () => void;
  isClosed = false;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
    connections.push(this);
  }
  close() {
    this.isClosed = true;
  }
  open() {
    this.onopen?.();
    this.onmessage?.({ data: '{"type":"snapshot"}' });
  }
  /** As after an answer that is no stream: the browser would not connect again. */
  fail() {
    this.onerror?.();
  }
}

let connections: Connection[] = [];
let page: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  connections = [];
  page = new EventTarget();
  vi.stubGlobal("EventSource", Connection);
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function open(more: Partial<Parameters<typeof openEventSource>[1]> = {}) {
  const told: unknown[] = [];
  const close = openEventSource("/api/events", {
    onEvent: (event) => told.push(event),
    onConnection: (state) => told.push(state),
    ...more,
  });
  return { told, close };
}

const SNAPSHOT = { type: "snapshot" };
const last = () => connections.at(-1);

test("connects again after an answer that is no stream, and says so", async () => {
  const { told } = open();
  last()?.open();
  last()?.fail();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(connections).toHaveLength(2);
  last()?.open();
  expect(told).toEqual(["live", SNAPSHOT, "lost", "live", SNAPSHOT]);
  expect(connections.map(({ isClosed }) => isClosed)).toEqual([true, false]);
});

test("waits longer after each loss, half a minute at most, and begins anew with the next event", async () => {
  vi.spyOn(Math, "random").mockReturnValue(1);
  open();
  for (const pauseMs of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
    const count = connections.length;
    last()?.fail();
    await vi.advanceTimersByTimeAsync(pauseMs - 1);
    expect(connections).toHaveLength(count);
    await vi.advanceTimersByTimeAsync(1);
    expect(connections).toHaveLength(count + 1);
  }
  last()?.open();
  last()?.fail();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(connections).toHaveLength(9);
});

test("does not wait when the network is back, and keeps one connection", async () => {
  open();
  last()?.fail();
  await vi.advanceTimersByTimeAsync(0);
  page.dispatchEvent(new Event("online"));
  expect(connections).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(connections).toHaveLength(2);
});

test("connects anew when the browser shows a kept page again, and not when it shows a new one", () => {
  open();
  page.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: false }));
  expect(connections).toHaveLength(1);
  page.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  expect(connections.map(({ isClosed }) => isClosed)).toEqual([true, false]);
});

test("stays closed where nothing is left to hear", async () => {
  open({ mayReconnect: async () => false });
  last()?.fail();
  await vi.advanceTimersByTimeAsync(60_000);
  page.dispatchEvent(new Event("online"));
  expect(connections).toHaveLength(1);
});

test("is silent once it is closed, also between a loss and the next connection", async () => {
  const { close } = open();
  last()?.fail();
  await vi.advanceTimersByTimeAsync(0);
  close();
  await vi.advanceTimersByTimeAsync(60_000);
  page.dispatchEvent(new Event("online"));
  expect(connections).toHaveLength(1);
});
