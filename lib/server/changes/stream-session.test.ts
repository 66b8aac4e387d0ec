import { v7 as uuidv7 } from "uuid";
import { expect, test, vi } from "vitest";
import { type StudioEvent, studioEventSchema } from "@/lib/domain/gallery/events";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { updateImages } from "@/lib/server/db/queries/images";
import type { Watched } from "@/lib/server/ports/watchers";
import {
  allEnded,
  openEventStream,
  openTestStudio,
  picture,
  type TestStudio,
} from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { streamSession } from "./stream-session";

const database = useDatabase();

/** What a browser sees of a session. */
function watch({ services, sessionId }: TestStudio, changes: Partial<TestStudio["services"]> = {}) {
  const controller = new AbortController();
  const response = streamSession({ ...services, ...changes }, LOCAL_OWNER, sessionId, controller.signal);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const pending: StudioEvent[] = [];
  return {
    leave: () => controller.abort(),
    /** The next event; null when the stream has ended. */
    async next(): Promise<StudioEvent | null> {
      while (pending.length === 0) {
        const chunk = await reader?.read();
        if (!chunk || chunk.done) return null;
        const blocks = (text + chunk.value).split("\n\n");
        text = blocks.pop() ?? "";
        const events = blocks.filter((block) => block.startsWith("data: "));
        pending.push(...events.map((block) => studioEventSchema.parse(JSON.parse(block.slice(6)))));
      }
      return pending.shift() ?? null;
    },
  };
}

test("begins with a snapshot, then tells of a generation and each change of its images", async () => {
  const stream = openEventStream();
  await using studio = await openTestStudio(database, { answer: () => stream.response });
  const browser = watch(studio);
  expect(await browser.next()).toMatchObject({ type: "snapshot", gallery: { generations: [], images: [] } });
  await studio.submit({ model: modelLabelled("GPT Image 1"), options: { partials: 1 } });
  const told: string[] = [];
  const versions: number[] = [];
  for (let event = await browser.next(); event; event = await browser.next()) {
    if (event.type !== "image-changed") told.push(event.type);
    else {
      const { image } = event;
      versions.push(image.version);
      const hasPreview = image.state === "developing" && image.preview !== null;
      const state = hasPreview ? "preview" : image.state;
      if (told.at(-1) !== state) told.push(state);
      if (state === "developing") stream.partial(0, await picture(1));
      if (state === "preview") stream.completed(await picture(2));
      if (state === "completed") break;
    }
  }
  browser.leave();
  const order = told.filter((word) => word !== "session-changed");
  expect(order[0]).toBe("generation-changed");
  expect(order.slice(-3)).toEqual(["developing", "preview", "completed"]);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b));
});

test("loses nothing that changes while the snapshot is read", async () => {
  await using studio = await openTestStudio(database);
  const { generation, images } = await studio.submit();
  await studio.imagesWhen(generation.id, allEnded);
  // The snapshot is read only when the change has been told.
  const told = Promise.withResolvers<void>();
  const { drizzle } = database;
  const slow = new Proxy(database.reads, {
    get: (db, name, receiver) =>
      name === "select" ? gate(told.promise, () => db.select()) : Reflect.get(db, name, receiver),
  });
  const watchers: typeof studio.services.watchers = {
    ...studio.services.watchers,
    watch: (sessionId, watcher) =>
      studio.services.watchers.watch(sessionId, (watched) => {
        watcher(watched);
        if (watched !== "gap" && watched.type === "image-changed") told.resolve();
      }),
  };
  const browser = watch(studio, { watchers, database: { ...database, reads: slow } });
  const ids = images.map(({ id }) => id);
  await updateImages(drizzle, { viewerId: LOCAL_OWNER.id, ids, changes: { favourite: true } });
  expect(await browser.next()).toMatchObject({ type: "snapshot" });
  expect(await browser.next()).toMatchObject({ type: "image-changed", image: { favourite: true } });
  browser.leave();
});

/** A query that is built as usual and begins when the gate is open. */
function gate(isOpen: Promise<void>, build: () => unknown): () => unknown {
  const wait = (query: unknown): unknown =>
    new Proxy(Object(query), {
      get: (target, name) => {
        const value = Reflect.get(target, name);
        if (name === "then")
          return (resolve: (rows: unknown) => void, reject: (error: unknown) => void) =>
            isOpen.then(() => Promise.resolve(target)).then(resolve, reject);
        return typeof value === "function"
          ? (...args: unknown[]) => wait(Reflect.apply(value, target, args))
          : value;
      },
    });
  return () => wait(build());
}

test("sends a fresh snapshot for a gap, and for two at once", async () => {
  await using studio = await openTestStudio(database);
  let tell: (watched: Watched) => void = () => {};
  const stopped = vi.fn();
  const watchers: typeof studio.services.watchers = {
    ...studio.services.watchers,
    watch: (_, watcher) => {
      tell = watcher;
      return stopped;
    },
  };
  const browser = watch(studio, { watchers });
  expect(await browser.next()).toMatchObject({ type: "snapshot" });
  tell("gap");
  tell("gap");
  expect(await browser.next()).toMatchObject({ type: "snapshot" });
  expect(await browser.next()).toMatchObject({ type: "snapshot" });
  expect(stopped).not.toHaveBeenCalled();
  browser.leave();
  expect(await browser.next()).toBeNull();
  expect(stopped).toHaveBeenCalledTimes(1);
});

test("forgets a browser that has left, and ends with the studio", async () => {
  const studio = await openTestStudio(database);
  const first = watch(studio);
  const second = watch(studio);
  await first.next();
  await second.next();
  expect(studio.services.streams.size).toBe(2);
  first.leave();
  expect(studio.services.streams.size).toBe(1);
  await studio.services.close();
  expect(studio.services.streams.size).toBe(0);
  expect(await second.next()).toBeNull();
});

test("ends when the session cannot be read, so that the browser comes again", async () => {
  await using studio = await openTestStudio(database);
  const browser = watch({ ...studio, sessionId: uuidv7() });
  expect(await browser.next()).toBeNull();
});
