import { v7 as uuidv7 } from "uuid";
import { expect, test, vi } from "vitest";
import { type StudioEvent, studioEventSchema } from "@/lib/domain/gallery/events";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
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

test("loses nothing that changes while the snapshot is read, and tells it after", async () => {
  await using studio = await openTestStudio(database);
  const { generation } = await studio.submit();
  const [image] = await studio.imagesWhen(generation.id, allEnded);
  if (!image) throw new Error("There is no picture.");
  const order: string[] = [];
  const watchers: typeof studio.services.watchers = {
    ...studio.services.watchers,
    watch: (_, watcher) => {
      order.push("watches");
      watcher({ type: "image-changed", image: { ...image, favourite: true } });
      return () => {};
    },
  };
  const noted = {
    ...database,
    get reads() {
      order.push("reads");
      return database.reads;
    },
  };
  const browser = watch(studio, { watchers, database: noted });
  expect(await browser.next()).toMatchObject({ type: "snapshot" });
  expect(await browser.next()).toMatchObject({ type: "image-changed", image: { favourite: true } });
  expect(order.slice(0, 2)).toEqual(["watches", "reads"]);
  browser.leave();
});

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
