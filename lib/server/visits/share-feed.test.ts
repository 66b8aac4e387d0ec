import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Image } from "@/lib/domain/generation/image";
import { listImagesOf } from "@/lib/server/db/queries/images";
import { findOpenShare } from "@/lib/server/db/queries/sharing/shares";
import type { Watched } from "@/lib/server/ports/watchers";
import type { ShareRow } from "@/lib/server/schema/share-tables";
import { shares } from "@/lib/server/schema/share-tables";
import { allEnded, openTestStudio, type TestStudio } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { openShareFeed, type Told } from "./live/share-feed";

const database = useDatabase();
let studio: TestStudio;
beforeAll(async () => {
  studio = await openTestStudio(database);
});
afterAll(() => studio[Symbol.asyncDispose]());

/** A feed whose changes the test tells by hand, and one completed picture. */
async function openFeed() {
  const { generation } = await studio.submit();
  const images = await studio.imagesWhen(generation.id, allEnded);
  const share = await insertShare();
  let tellFeed: (watched: Watched) => void = () => {};
  let isWatched = false;
  const watchers: typeof studio.services.watchers = {
    ...studio.services.watchers,
    watch: (_, watcher) => {
      tellFeed = watcher;
      isWatched = true;
      return () => {
        isWatched = false;
      };
    },
  };
  let ends = 0;
  const feed = openShareFeed({ database, watchers }, share, () => {
    ends += 1;
  });
  const told: Told[] = [];
  const leave = feed.join((one) => told.push(one));
  const [image] = await listImagesOf(database.drizzle, { generationIds: [generation.id] });
  if (!image || images.length !== 1) throw new Error("There is no picture.");
  return {
    ...{ feed, share, told, leave, image },
    tell: (watched: Watched) => tellFeed(watched),
    changed: (changes: Partial<Pick<Image, "version" | "rejected">>) =>
      tellFeed({ type: "image-changed", image: { ...image, ...changes } }),
    state: () => ({ isWatched, ends }),
  };
}

async function insertShare(): Promise<ShareRow> {
  const id = uuidv7();
  await database.drizzle.insert(shares).values({
    ...{ id, viewerId: LOCAL_OWNER.id, sessionId: studio.sessionId, tokenHash: id, title: "Feed" },
    ...{ scope: "session", mode: "live", createdAt: new Date() },
    ...{ showPrompts: false, allowDownload: false, allowReview: true },
  });
  const share = await findOpenShare(database.drizzle, { tokenHash: id });
  if (!share) throw new Error("There is no share.");
  return share;
}

test("does not bring back a picture for an older row that comes late", async () => {
  const { feed, told, changed, image, leave } = await openFeed();
  changed({ version: image.version + 2, rejected: true });
  changed({ version: image.version + 1 });
  await feed.readSharedPage();
  expect(told).toEqual([{ type: "event", event: { type: "picture-removed", id: image.id } }]);
  changed({ version: image.version + 3 });
  await feed.readSharedPage();
  expect(told).toHaveLength(2);
  leave();
});

test("asks for a snapshot after a gap, and ends in one where the share was revoked", async () => {
  const { feed, share, told, tell, state } = await openFeed();
  tell("gap");
  await feed.readSharedPage();
  expect(told).toEqual([{ type: "changed" }]);
  await database.drizzle.update(shares).set({ revokedAt: new Date() }).where(eq(shares.id, share.id));
  tell("gap");
  await expect.poll(() => told.at(-1)).toEqual({ type: "gone" });
  expect(state()).toEqual({ isWatched: false, ends: 1 });
});

test("stops watching when the last one has left", async () => {
  const { feed, leave, state } = await openFeed();
  const leaveToo = feed.join(() => {});
  leave();
  expect([feed.size(), state()]).toEqual([1, { isWatched: true, ends: 0 }]);
  leaveToo();
  leaveToo();
  expect([feed.size(), state()]).toEqual([0, { isWatched: false, ends: 1 }]);
});

test("lets those who ask at the same moment share one read, and who asks after a change another", async () => {
  const { feed, changed, image, leave } = await openFeed();
  await feed.readSharedPage();
  const [one, two] = [feed.readSharedPage(), feed.readSharedPage()];
  expect(await one).toBe(await two);
  changed({ version: image.version + 1 });
  expect(await feed.readSharedPage()).not.toBe(await one);
  leave();
});

test("says that it failed when what happened cannot be read, so that streams are opened again", async () => {
  const { told, tell, state } = await openFeed();
  const { select } = database.reads;
  Reflect.set(database.reads, "select", () => {
    throw new Error("The database is away.");
  });
  tell("gap");
  await expect.poll(() => told.at(-1)).toEqual({ type: "failed" });
  Reflect.set(database.reads, "select", select);
  expect(state().ends).toBe(1);
});
