import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SharedEvent } from "@/lib/domain/share/visitor-gallery";
import { updateImages } from "@/lib/server/db/queries/images";
import { updateSession } from "@/lib/server/db/queries/sessions";
import { shareComments, shares } from "@/lib/server/schema/share-tables";
import { sessions } from "@/lib/server/schema/studio-tables";
import { hashPassword } from "@/lib/server/shares/password";
import { allEnded } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { openTestGallery, SECRET_PROMPT, type ShareChanges, type TestGallery } from "../gallery.fixture";

const database = useDatabase();
let gallery: TestGallery;
const stack = new AsyncDisposableStack();
beforeAll(async () => {
  gallery = stack.use(await openTestGallery(database));
});
afterAll(() => stack.disposeAsync());

const db = () => gallery.studio.services.database.drizzle;
const openStreams = () => gallery.studio.services.streams.size;

/** What a visitor's page hears. */
async function watch(token: string, cookie = "") {
  const response = await gallery.ask(token, "events", { cookie });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const pending: SharedEvent[] = [];
  const raw: string[] = [];
  return {
    raw,
    leave: () => reader?.cancel(),
    /** The next event; null when the stream has ended. */
    async next(): Promise<SharedEvent | null> {
      while (pending.length === 0) {
        const chunk = await reader?.read();
        if (!chunk || chunk.done) return null;
        raw.push(chunk.value);
        const blocks = (text + chunk.value).split("\n\n");
        text = blocks.pop() ?? "";
        const events = blocks.filter((block) => block.startsWith("data: "));
        pending.push(...events.map((block): SharedEvent => JSON.parse(block.slice(6))));
      }
      return pending.shift() ?? null;
    },
  };
}
type Visitor = Awaited<ReturnType<typeof watch>>;

async function snapshotOf(visitor: Visitor) {
  const event = await visitor.next();
  if (event?.type !== "snapshot") throw new Error(`${event?.type} came, and no snapshot.`);
  return event.gallery;
}

const change = (ids: string[], changes: Parameters<typeof updateImages>[1]["changes"]) =>
  updateImages(db(), { viewerId: LOCAL_OWNER.id, ids, changes });

async function changeShare(id: string, changes: ShareChanges) {
  await db().update(shares).set(changes).where(eq(shares.id, id));
  await gallery.tellOfShare(id);
}

test("begins with a snapshot and tells of a picture from waiting to completed, without a word of its prompt", async () => {
  const { token } = await gallery.share({ title: "Live" });
  const visitor = await watch(token);
  expect(await snapshotOf(visitor)).toMatchObject({ title: "Live", isLive: true });
  const { generation, images } = await gallery.studio.submit({ prompt: SECRET_PROMPT });
  const states = new Set<string>();
  let event = await visitor.next();
  while (event?.type === "picture-changed" && event.picture.state !== "completed") {
    states.add(event.picture.state);
    event = await visitor.next();
  }
  expect(event).toMatchObject({
    type: "picture-changed",
    picture: { id: images[0]?.id, groupId: generation.id, prompt: null, state: "completed" },
  });
  expect(states.has("waiting")).toBe(true);
  await gallery.studio.imagesWhen(generation.id, allEnded);
  expect(visitor.raw.join("")).not.toMatch(/zanzibar|quokka|Foxes|costUsd|modelId|session/i);
  await visitor.leave();
});

test("tells prompts where the share shows them, of new pictures and of old ones that join", async () => {
  const [old] = await gallery.addPictures([{}], "an old fox");
  const { token } = await gallery.share({ scope: "favourites", showPrompts: true });
  const visitor = await watch(token);
  await snapshotOf(visitor);
  await change([old?.id ?? ""], { favourite: true });
  expect(await visitor.next()).toMatchObject({
    type: "picture-changed",
    picture: { id: old?.id, prompt: "an old fox" },
  });
  await visitor.leave();
});

describe("a picture that leaves the share", () => {
  test.each<[string, ShareChanges, object]>([
    ["rejected", { scope: "session" }, { rejected: true }],
    ["no favourite any more", { scope: "favourites" }, { favourite: false }],
    ["in the trash", { scope: "session" }, { deletedAt: new Date() }],
    ["in the trash, of a selection", { scope: "selection" }, { deletedAt: new Date() }],
    ["in the trash, of a frozen moment", { scope: "session", mode: "frozen" }, { deletedAt: new Date() }],
  ])("is taken away when it is %s", async (_, shareChanges, imageChanges) => {
    const [one] = await gallery.addPictures([{ favourite: true }]);
    const { token } = await gallery.share({ ...shareChanges, imageIds: [one?.id ?? ""] });
    const visitor = await watch(token);
    expect((await snapshotOf(visitor)).pictures.some(({ id }) => id === one?.id)).toBe(true);
    await change([one?.id ?? ""], imageChanges);
    expect(await visitor.next()).toEqual({ type: "picture-removed", id: one?.id });
    await visitor.leave();
  });

  test("was never in it: nothing is told of other pictures, not even that they are", async () => {
    const [shown, other] = await gallery.addPictures([{}, {}]);
    const { token } = await gallery.share({ scope: "selection", imageIds: [shown?.id ?? ""] });
    const visitor = await watch(token);
    await snapshotOf(visitor);
    await change([other?.id ?? ""], { rejected: true });
    await change([other?.id ?? ""], { deletedAt: new Date() });
    await change([shown?.id ?? ""], { favourite: true });
    expect(await visitor.next()).toMatchObject({ type: "picture-changed", picture: { id: shown?.id } });
    expect(visitor.raw.join("")).not.toContain(other?.id);
    await visitor.leave();
  });
});

test("keeps a frozen moment as it was: what is made later is not told of", async () => {
  const [one] = await gallery.addPictures([{}]);
  const { token } = await gallery.share({ mode: "frozen", imageIds: [one?.id ?? ""] });
  const visitor = await watch(token);
  expect((await snapshotOf(visitor)).pictures).toHaveLength(1);
  const { generation } = await gallery.studio.submit();
  await gallery.studio.imagesWhen(generation.id, allEnded);
  await change([one?.id ?? ""], { rejected: true });
  expect(await visitor.next()).toMatchObject({ type: "picture-changed", picture: { id: one?.id } });
  await visitor.leave();
});

test("tells each visitor of this share's comments, and whose they are; never of marks or other shares", async () => {
  const [one] = await gallery.addPictures([{}]);
  const imageId = one?.id ?? "";
  const { token } = await gallery.share();
  const other = await gallery.share();
  const ana = await gallery.enter(token, "Ana");
  const mine = await watch(token, ana);
  const theirs = await watch(token);
  await snapshotOf(mine);
  await snapshotOf(theirs);
  const post = (to: string, path: string, body: object, cookie: string) =>
    gallery.ask(to, path, { method: "POST", body, cookie });
  await post(token, "marks", { imageId, mark: "pick" }, ana);
  const eve = await gallery.enter(other.token, "Eve");
  await post(other.token, "comments", { imageId, text: "Elsewhere" }, eve);
  const { id } = await (await post(token, "comments", { imageId, text: "Here" }, ana)).json();
  const told = { type: "comment-changed", comment: { id, text: "Here", author: "Ana" } };
  expect(await mine.next()).toMatchObject({ ...told, comment: { ...told.comment, isMine: true } });
  expect(await theirs.next()).toMatchObject({ ...told, comment: { ...told.comment, isMine: false } });
  await gallery.ask(token, `comments/${id}`, { method: "DELETE", cookie: ana });
  expect(await theirs.next()).toEqual({ type: "comment-removed", id });
  expect(theirs.raw.join("")).not.toMatch(/pick|Elsewhere|Eve/);
  await mine.leave();
  await theirs.leave();
});

describe("ends at once with a word of it", () => {
  const ends: [string, (id: string) => Promise<unknown>][] = [
    ["when it is revoked", (id) => changeShare(id, { revokedAt: new Date() })],
    ["when it is set to an end in the past", (id) => changeShare(id, { expiresAt: new Date(0) })],
    [
      "when it gets a password",
      async (id) => changeShare(id, { passwordHash: await hashPassword("sesame") }),
    ],
    [
      "when it is deleted",
      async (id) => {
        await db().delete(shares).where(eq(shares.id, id));
        await gallery.tellOfShare(id);
      },
    ],
    ["when its time is over", (id) => changeShare(id, { expiresAt: new Date(Date.now() + 300) })],
  ];
  test.each(ends)("%s", async (_, end) => {
    const { id, token } = await gallery.share();
    const visitors = await Promise.all([watch(token), watch(token)]);
    for (const visitor of visitors) await snapshotOf(visitor);
    const { id: otherId, token: otherToken } = await gallery.share();
    const bystander = await watch(otherToken);
    await snapshotOf(bystander);
    await end(id);
    const endedAt = performance.now();
    for (const visitor of visitors) {
      expect(await visitor.next()).toEqual({ type: "gone" });
      expect(await visitor.next()).toBeNull();
    }
    expect(performance.now() - endedAt).toBeLessThan(1_000);
    expect(openStreams()).toBe(1);
    await changeShare(otherId, { title: "Still here" });
    expect((await snapshotOf(bystander)).title).toBe("Still here");
    await bystander.leave();
  });

  test("when its session goes to the trash", async () => {
    const { token } = await gallery.share();
    const visitor = await watch(token);
    await snapshotOf(visitor);
    const session = { viewerId: LOCAL_OWNER.id, id: gallery.studio.sessionId };
    await updateSession(db(), { ...session, changes: { deletedAt: new Date() } });
    expect(await visitor.next()).toEqual({ type: "gone" });
    expect(await visitor.next()).toBeNull();
    await db().update(sessions).set({ deletedAt: null });
  });

  test("when it was revoked while the stream was opened", async () => {
    const { id, token } = await gallery.share();
    const opening = gallery.ask(token, "events");
    await db().update(shares).set({ revokedAt: new Date() }).where(eq(shares.id, id));
    const response = await opening;
    const text = await response.text();
    expect(text.includes('"gone"') || response.status === 404).toBe(true);
    expect(openStreams()).toBe(0);
  });
});

test("stays open through an end that is further away than a timer reaches", async () => {
  const { id, token } = await gallery.share({ expiresAt: new Date(Date.now() + 60 * 86_400_000) });
  const visitor = await watch(token);
  await snapshotOf(visitor);
  await changeShare(id, { title: "Later" });
  expect((await snapshotOf(visitor)).title).toBe("Later");
  await visitor.leave();
});

test("sends a fresh snapshot for a change that can be seen, and nothing for one that cannot", async () => {
  const { id, token } = await gallery.share();
  const visitor = await watch(token);
  expect((await snapshotOf(visitor)).canDownload).toBe(false);
  await changeShare(id, { views: 7 });
  await changeShare(id, { allowDownload: true });
  expect((await snapshotOf(visitor)).canDownload).toBe(true);
  await visitor.leave();
});

test("keeps the name that was given after the stream was opened", async () => {
  const { id, token } = await gallery.share({ passwordHash: await hashPassword("sesame") });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await gallery.ask(token, "unlock", { method: "POST", headers, body: "password=sesame" });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  const visitor = await watch(token, cookie);
  expect((await snapshotOf(visitor)).visitorName).toBeNull();
  await gallery.ask(token, "visitor", { method: "POST", cookie, body: { name: "Ana" } });
  await changeShare(id, { title: "Again" });
  expect((await snapshotOf(visitor)).visitorName).toBe("Ana");
  await visitor.leave();
});

test("reads a row once a change, whether one or fifty look", async () => {
  const [one] = await gallery.addPictures([{}]);
  const { id, token } = await gallery.share();
  const visitors = await Promise.all(Array.from({ length: 50 }, () => watch(token)));
  for (const visitor of visitors) await snapshotOf(visitor);
  const reads = countReads();
  await change([one?.id ?? ""], { favourite: true });
  for (const visitor of visitors) {
    expect(await visitor.next()).toMatchObject({ type: "picture-changed", picture: { id: one?.id } });
  }
  expect(reads.stop()).toBe(1);

  const again = countReads();
  await db()
    .insert(shareComments)
    .values({
      ...{ id: uuidv7(), shareId: id, imageId: one?.id ?? "", text: "All", createdAt: new Date() },
    });
  await changeShare(id, { title: "For all" });
  for (const visitor of visitors) expect((await snapshotOf(visitor)).comments).toHaveLength(1);
  // The share's row for the feed, then pictures, count and comments: once for all fifty.
  expect(again.stop()).toBe(4);
  for (const visitor of visitors) await visitor.leave();
  expect(openStreams()).toBe(0);
});

/** Counts `select`s of the studio's own, as they are begun. */
function countReads() {
  const { reads } = gallery.studio.services.database;
  const { select } = reads;
  let count = 0;
  const counting = new Proxy(select, {
    apply(target, self, args) {
      count += 1;
      return Reflect.apply(target, self, args);
    },
  });
  Reflect.set(reads, "select", counting);
  return {
    stop() {
      Reflect.set(reads, "select", select);
      return count;
    },
  };
}

test("takes five hundred visitors a share, and lets others be looked at", async () => {
  const { token } = await gallery.share();
  const other = await gallery.share();
  const visitors = await Promise.all(Array.from({ length: 500 }, () => watch(token)));
  expect((await gallery.ask(token, "events")).status).toBe(429);
  const bystander = await watch(other.token);
  await snapshotOf(bystander);
  for (const visitor of [...visitors, bystander]) await visitor.leave();
  expect(openStreams()).toBe(0);
  const back = await watch(token);
  await snapshotOf(back);
  await back.leave();
});
