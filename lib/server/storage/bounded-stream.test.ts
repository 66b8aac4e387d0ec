import { expect, test } from "vitest";
import { boundedStream } from "./bounded-stream";

/** A source that gives so many chunks and then nothing more, and says whether it was let go of. */
function silentAfter(chunks: number) {
  const { promise: cancelled, resolve } = Promise.withResolvers<unknown>();
  let given = 0;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        given += 1;
        if (given <= chunks) controller.enqueue(Uint8Array.of(given));
        return given > chunks ? new Promise(() => {}) : undefined;
      },
      cancel: resolve,
    },
    { highWaterMark: 0 },
  );
  return { stream, cancelled };
}

test("gives a source back whole", async () => {
  const source = new Blob([Uint8Array.of(1, 2, 3)]).stream();
  expect(await new Response(boundedStream(source, 1_000)).bytes()).toStrictEqual(Uint8Array.of(1, 2, 3));
});

test("ends when the source falls silent, and lets go of it", async () => {
  const { stream, cancelled } = silentAfter(1);
  const reader = boundedStream(stream, 20).getReader();
  expect((await reader.read()).value).toStrictEqual(Uint8Array.of(1));
  await expect(reader.read()).rejects.toMatchObject({ code: "ETIMEDOUT" });
  expect(await cancelled).toMatchObject({ code: "ETIMEDOUT" });
});

test("lets go of the source when the reader falls silent", async () => {
  const { stream, cancelled } = silentAfter(100);
  const reader = boundedStream(stream, 20).getReader();
  await reader.read();
  expect(await cancelled).toMatchObject({ code: "ETIMEDOUT" });
});

test("lets go of the source when the reader leaves", async () => {
  const { stream, cancelled } = silentAfter(1);
  await boundedStream(stream, 1_000).cancel("left");
  expect(await cancelled).toBe("left");
});
