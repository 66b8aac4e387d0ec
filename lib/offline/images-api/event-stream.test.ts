import { describe, expect, test } from "vitest";
import { eventStream, type StreamEvent } from "./answer/wire-events";

const request = new Request("http://offline.invalid/");

describe("a stream of events", () => {
  test("writes the type as the event's name and the whole event as its data", async () => {
    const response = eventStream(request, async function* () {
      yield { type: "a.b", text: "line\nbreak" };
    });
    expect(await response.text()).toBe('event: a.b\ndata: {"type":"a.b","text":"line\\nbreak"}\n\n');
  });

  test("aborts its signal when the reader leaves in the middle of a wait", async () => {
    let given = AbortSignal.abort();
    const never = new Promise<IteratorResult<StreamEvent>>(() => {});
    const response = eventStream(request, (signal) => {
      given = signal;
      return { next: () => never };
    });
    expect(given.aborted).toBe(false);
    await response.body?.cancel();
    expect(given.aborted).toBe(true);
  });

  test("hands on an abort that came before it began", () => {
    let given = new AbortController().signal;
    eventStream(new Request(request, { signal: AbortSignal.abort() }), (signal) => {
      given = signal;
      return { next: async () => ({ done: true, value: undefined }) };
    });
    expect(given.aborted).toBe(true);
  });
});
