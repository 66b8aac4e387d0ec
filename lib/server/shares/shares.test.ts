import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { updateImages } from "@/lib/server/db/queries/images";
import { deleteShare } from "@/lib/server/db/queries/sharing/shares";
import { shareImages, shares } from "@/lib/server/schema/share-tables";
import { allEnded, openTestStudio, type TestStudio } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { openShare } from "@/lib/server/visits/open-share";
import { changeShare } from "./change-share";
import { createShare } from "./create-share";
import { readOneShare, readShareList } from "./read-shares";
import { shareInput } from "./share.fixture";

const database = useDatabase();

const ORIGIN = "http://localhost:3000";
const stranger = { id: "stranger" };

async function share(studio: TestStudio, changes: Record<string, unknown> = {}) {
  const { services, sessionId } = studio;
  const id = await createShare(services, LOCAL_OWNER, shareInput(sessionId, changes));
  return readOneShare(services, LOCAL_OWNER, id, ORIGIN);
}

const tokenIn = (url: string | null) => url?.split("/g/")[1] ?? "";
const fixedImages = (shareId: string) =>
  database.drizzle.select().from(shareImages).where(eq(shareImages.shareId, shareId));

test("makes a link whose token opens the gallery, and keeps neither token nor password", async () => {
  await using studio = await openTestStudio(database);
  const made = await share(studio, { password: "open sesame", expiresAt: "2999-01-01T00:00:00Z" });
  expect(made).toMatchObject({
    hasPassword: true,
    views: 0,
    pickCount: 0,
    url: /^http:\/\/localhost:3000\/g\/[\w-]{32}$/,
  });
  const token = tokenIn(made.url);
  expect((await openShare(studio.services, token, null)).share.id).toBe(made.id);
  const rows = JSON.stringify(await database.drizzle.select().from(shares));
  expect(rows).not.toContain(token);
  expect(rows).not.toContain("open sesame");
});

test("begins the link with the host of galleries where there is one", async () => {
  await using studio = await openTestStudio(database);
  const { id } = await share(studio);
  const env = { ...studio.services.env, STUDIO_PUBLIC_URL: "https://gallery.example.com" };
  const { url } = await readOneShare({ ...studio.services, env }, LOCAL_OWNER, id, ORIGIN);
  expect(url).toMatch(/^https:\/\/gallery\.example\.com\/g\//);
});

test("gives no link that it cannot make again, and still opens it", async () => {
  await using studio = await openTestStudio(database);
  const { id, url } = await share(studio);
  const env = { ...studio.services.env, STUDIO_SECRET: "another secret of thirty-two characters" };
  expect((await readOneShare({ ...studio.services, env }, LOCAL_OWNER, id, ORIGIN)).url).toBeNull();
  expect((await openShare(studio.services, tokenIn(url), null)).share.id).toBe(id);
});

test("freezes the finished pictures of the moment", async () => {
  await using studio = await openTestStudio(database);
  const { generation } = await studio.submit({ imageCount: 2 });
  const images = await studio.imagesWhen(generation.id, allEnded);
  const frozen = await share(studio, { mode: "frozen" });
  const later = await studio.submit();
  await studio.imagesWhen(later.generation.id, allEnded);
  const kept = (await fixedImages(frozen.id)).map(({ imageId }) => imageId);
  const finished = images.filter(({ state }) => state === "completed");
  expect(finished.length).toBeGreaterThan(0);
  expect(kept.toSorted()).toEqual(finished.map(({ id }) => id).toSorted());
});

test("refuses to freeze nothing, and names the field", async () => {
  await using studio = await openTestStudio(database);
  await expect(share(studio, { mode: "frozen" })).rejects.toMatchObject({ fields: [{ field: "mode" }] });
});

test("shares favourites alone, and a selection of the session's own pictures alone", async () => {
  await using studio = await openTestStudio(database);
  const { generation } = await studio.submit({ imageCount: 2 });
  const [first, second] = await studio.imagesWhen(generation.id, allEnded);
  if (!first || !second) throw new Error("There are two pictures.");
  const change = { viewerId: LOCAL_OWNER.id, ids: [first.id], changes: { favourite: true } };
  await updateImages(database.drizzle, change);
  const favourites = await share(studio, { scope: "favourites", mode: "frozen" });
  expect(await fixedImages(favourites.id)).toMatchObject([{ imageId: first.id }]);
  const selection = await share(studio, { scope: "selection", imageIds: [second.id] });
  expect(await fixedImages(selection.id)).toMatchObject([{ imageId: second.id }]);
  await expect(share(studio, { scope: "selection", imageIds: [second.id, uuidv7()] })).rejects.toMatchObject({
    fields: [{ field: "imageIds" }],
  });
});

test.each([
  [{ title: " " }, "title"],
  [{ title: "x".repeat(201) }, "title"],
  [{ expiresAt: "2001-01-01T00:00:00Z" }, "expiresAt"],
  [{ expiresAt: "tomorrow" }, "expiresAt"],
  [{ password: "abc" }, "password"],
  [{ scope: "everything" }, "scope"],
  [{ scope: "selection" }, "imageIds"],
  [{ imageIds: [uuidv7()] }, "imageIds"],
  [{ showPrompts: "yes" }, "showPrompts"],
  [{ owner: "me" }, "owner"],
])("refuses %j and names %s", (changes, field) => {
  expect(() => shareInput(uuidv7(), changes)).toThrow(
    expect.objectContaining({ fields: [expect.objectContaining({ field })] }),
  );
});

test("changes what it is asked to change; a revoked link is gone for good, like an expired one", async () => {
  await using studio = await openTestStudio(database);
  const { services } = studio;
  const made = await share(studio, { password: "first one" });
  await changeShare(services, LOCAL_OWNER, made.id, { title: "Round two", password: null });
  const changed = await readOneShare(services, LOCAL_OWNER, made.id, ORIGIN);
  expect(changed).toMatchObject({ title: "Round two", hasPassword: false, url: made.url, version: 2 });
  await changeShare(services, LOCAL_OWNER, made.id, { revoked: true });
  await changeShare(services, LOCAL_OWNER, made.id, { title: "Still gone" });
  await expect(openShare(services, tokenIn(made.url), null)).rejects.toMatchObject({ code: "not_found" });
});

test("is no one else's to make, read, change or delete", async () => {
  await using studio = await openTestStudio(database);
  const { services, sessionId } = studio;
  const { id } = await share(studio);
  const refused = { code: "not_found" };
  await expect(createShare(services, stranger, shareInput(sessionId))).rejects.toMatchObject(refused);
  await expect(readOneShare(services, stranger, id, ORIGIN)).rejects.toMatchObject(refused);
  await expect(changeShare(services, stranger, id, { revoked: true })).rejects.toMatchObject(refused);
  expect(await deleteShare(database.drizzle, { viewerId: stranger.id, id })).toBe(false);
  const list = { sessionId: null, before: null };
  expect((await readShareList(services, stranger, list, ORIGIN)).shares).toEqual([]);
});

test("lists every share once, page by page, newest first", async () => {
  await using studio = await openTestStudio(database);
  for (let nth = 0; nth < 51; nth += 1) await share(studio, { title: `Share ${nth}` });
  const read = (before: string | null) =>
    readShareList(studio.services, LOCAL_OWNER, { sessionId: studio.sessionId, before }, ORIGIN);
  const first = await read(null);
  const second = await read(first.olderCursor);
  const titles = [...first.shares, ...second.shares].map(({ title }) => title);
  expect(titles).toEqual(Array.from({ length: 51 }, (_, nth) => `Share ${50 - nth}`));
  expect(second.olderCursor).toBeNull();
});
