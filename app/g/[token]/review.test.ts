import { and, eq, isNotNull } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ErrorBody } from "@/lib/domain/errors/error-body";
import {
  rateWindows,
  shareComments,
  shareMarks,
  shares,
  shareVisitors,
} from "@/lib/server/schema/share-tables";
import { useDatabase } from "@/lib/server/testing/use-database";
import {
  COMMENTS,
  COMMENTS_A_SHARE_MAX,
  NEW_VISITORS,
  VISITORS_A_SHARE_MAX,
} from "@/lib/server/visits/review-limits";
import { openTestGallery, type TestGallery } from "../gallery.fixture";

const database = useDatabase();
let gallery: TestGallery;
const stack = new AsyncDisposableStack();
beforeAll(async () => {
  gallery = stack.use(await openTestGallery(database));
});
afterAll(() => stack.disposeAsync());

const db = () => gallery.studio.services.database.drizzle;
const post = (token: string, path: string, body: unknown, cookie?: string) =>
  gallery.ask(token, path, { method: "POST", body, ...(cookie && { cookie }) });
const galleryOf = async (token: string, cookie = "") =>
  (await gallery.ask(token, "gallery", { cookie })).json();
/** Status and first field of a refusal. */
async function refusal(answer: Promise<Response>) {
  const response = await answer;
  const { error }: ErrorBody = await response.json();
  return [response.status, error.param];
}

async function open(changes = {}) {
  const made = await gallery.addPictures([{}, {}]);
  const { id, token } = await gallery.share({
    scope: "selection",
    imageIds: made.map((one) => one.id),
    ...changes,
  });
  return { id, token, first: made[0]?.id ?? "", second: made[1]?.id ?? "" };
}

test("keeps a visitor by a cookie of this gallery alone, of which only the hash is stored", async () => {
  const { id, token } = await open();
  const response = await post(token, "visitor", { name: " Ana \u202e" });
  expect(await response.json()).toEqual({ name: "Ana" });
  const cookie = response.headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(
    new RegExp(`^safelight-visitor=[\\w-]{32}; Path=/g/${token}; Max-Age=\\d+; HttpOnly; SameSite=Lax$`),
  );
  const [row] = await db().select().from(shareVisitors).where(eq(shareVisitors.shareId, id));
  expect(row?.cookieHash).toMatch(/^[0-9a-f]{64}$/);
  const value = cookie.split(/[=;]/)[1] ?? "";
  expect(JSON.stringify(row)).not.toContain(value);
  const other = await open();
  expect((await galleryOf(other.token, `safelight-visitor=${value}`)).visitorName).toBeNull();
  const renamed = await post(token, "visitor", { name: "Anna" }, `safelight-visitor=${value}`);
  expect(renamed.headers.get("set-cookie")).toBeNull();
  expect((await galleryOf(token, `safelight-visitor=${value}`)).visitorName).toBe("Anna");
});

test("marks the cookie as secure for a browser that came by https", async () => {
  const { token } = await open();
  const body = { name: "Ana" };
  const headers = { "x-forwarded-proto": "https" };
  const response = await gallery.ask(token, "visitor", { method: "POST", body, headers });
  expect(response.headers.get("set-cookie")).toMatch(/; Secure$/);
});

test("keeps a pick, changes it, and takes it back", async () => {
  const { token, first } = await open();
  const cookie = await gallery.enter(token, "Ana");
  for (const [mark, marks] of [
    ["pick", { [first]: "pick" }],
    ["reject", { [first]: "reject" }],
    [null, {}],
  ] as const) {
    const response = await post(token, "marks", { imageId: first, mark }, cookie);
    expect(await response.json()).toEqual({ imageId: first, mark });
    expect((await galleryOf(token, cookie)).marks).toEqual(marks);
    expect((await galleryOf(token)).marks).toEqual({});
  }
  const rows = await db().select().from(shareMarks).where(eq(shareMarks.imageId, first));
  expect(rows).toMatchObject([{ mark: null, version: 3 }]);
});

test("shows comments to everyone with their author, and whose they are to that one alone", async () => {
  const { token, first, second } = await open();
  const ana = await gallery.enter(token, "Ana");
  const ben = await gallery.enter(token, "Ben");
  const pin = { x: 0.25, y: 1 };
  const written = await post(token, "comments", { imageId: first, text: "More sky", pin }, ana);
  expect(written.status).toBe(201);
  const comment = await written.json();
  const told = { imageId: first, author: "Ana", text: "More sky", pin, parentId: null, isResolved: false };
  expect(comment).toMatchObject({ ...told, isMine: true });
  const answer = { imageId: first, text: "Yes", parentId: comment.id };
  expect((await post(token, "comments", answer, ben)).status).toBe(201);
  expect((await galleryOf(token, ben)).comments).toMatchObject([
    { ...told, isMine: false },
    { text: "Yes", isMine: true, parentId: comment.id },
  ]);
  expect((await galleryOf(token)).comments.map(({ isMine }: { isMine: boolean }) => isMine)).toEqual([
    false,
    false,
  ]);

  const { parentId } = (await galleryOf(token)).comments[1];
  const deep = { imageId: first, text: "No", parentId: (await galleryOf(token)).comments[1].id };
  expect(parentId).toBe(comment.id);
  expect(await refusal(post(token, "comments", deep, ana))).toEqual([400, "parentId"]);
  const elsewhere = { imageId: second, text: "No", parentId: comment.id };
  expect(await refusal(post(token, "comments", elsewhere, ana))).toEqual([400, "parentId"]);
  expect(await refusal(post(token, "comments", { ...answer, pin }, ana))).toEqual([400, "pin"]);
  const foreign = { ...answer, parentId: uuidv7() };
  expect(await refusal(post(token, "comments", foreign, ana))).toEqual([400, "parentId"]);
});

test("takes the answers away with the comment that a visitor takes back", async () => {
  const { token, first } = await open();
  const ana = await gallery.enter(token, "Ana");
  const ben = await gallery.enter(token, "Ben");
  const { id } = await (await post(token, "comments", { imageId: first, text: "More sky" }, ana)).json();
  const kept = await (await post(token, "comments", { imageId: first, text: "Less sky" }, ben)).json();
  const answer = { imageId: first, text: "Yes", parentId: id };
  expect((await post(token, "comments", answer, ben)).status).toBe(201);
  expect((await gallery.ask(token, `comments/${id}`, { method: "DELETE", cookie: ana })).status).toBe(200);
  expect((await galleryOf(token, ben)).comments).toMatchObject([{ id: kept.id }]);
  const rows = await db().select().from(shareComments).where(eq(shareComments.parentId, id));
  expect(rows).toMatchObject([{ text: "Yes", deletedAt: expect.any(Date) }]);
});

test("lets a visitor take back nothing but an own comment, and its words are gone from the database", async () => {
  const { token, first } = await open();
  const ana = await gallery.enter(token, "Ana");
  const ben = await gallery.enter(token, "Ben");
  const { id } = await (await post(token, "comments", { imageId: first, text: "Regretted" }, ana)).json();
  const remove = (cookie?: string) =>
    gallery.ask(token, `comments/${id}`, { method: "DELETE", ...(cookie && { cookie }) });
  expect((await remove(ben)).status).toBe(404);
  expect((await remove()).status).toBe(400);
  const other = await open();
  const elsewhere = await gallery.enter(other.token, "Ana");
  const path = `comments/${id}`;
  expect((await gallery.ask(other.token, path, { method: "DELETE", cookie: elsewhere })).status).toBe(404);
  expect((await galleryOf(token)).comments).toHaveLength(1);
  expect(await (await remove(ana)).json()).toEqual({ id });
  expect((await remove(ana)).status).toBe(404);
  expect((await galleryOf(token)).comments).toEqual([]);
  const [row] = await db().select().from(shareComments).where(eq(shareComments.id, id));
  expect(JSON.stringify(row)).not.toContain("Regretted");
});

test("takes nothing without a name, and nothing at all where the share takes no review", async () => {
  const { id, token, first } = await open();
  const mark = { imageId: first, mark: "pick" };
  const comment = { imageId: first, text: "Hello" };
  expect(await refusal(post(token, "marks", mark))).toEqual([400, "name"]);
  expect(await refusal(post(token, "comments", comment))).toEqual([400, "name"]);
  const forged = "safelight-visitor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  expect(await refusal(post(token, "marks", mark, forged))).toEqual([400, "name"]);
  const cookie = await gallery.enter(token, "Ana");
  await post(token, "comments", comment, cookie);
  await post(token, "marks", mark, cookie);
  await db().update(shares).set({ allowReview: false }).where(eq(shares.id, id));
  expect((await post(token, "marks", mark, cookie)).status).toBe(404);
  expect((await post(token, "comments", comment, cookie)).status).toBe(404);
  expect((await post(token, "visitor", { name: "Ben" })).status).toBe(404);
  expect(await galleryOf(token, cookie)).toMatchObject({ comments: [], marks: {}, visitorName: null });
});

test("keeps every pick and comment of twenty visitors who write at once", async () => {
  const { token, first, second } = await open();
  const cookies = await Promise.all(
    Array.from({ length: 20 }, (_, place) => gallery.enter(token, `Visitor ${place}`)),
  );
  const writes = cookies.flatMap((cookie, place) => [
    post(token, "marks", { imageId: first, mark: "pick" }, cookie),
    post(token, "marks", { imageId: second, mark: place % 2 ? "pick" : "reject" }, cookie),
    post(token, "comments", { imageId: first, text: `One of ${place}` }, cookie),
    post(token, "comments", { imageId: first, text: `Two of ${place}` }, cookie),
  ]);
  const statuses = (await Promise.all(writes)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 201]));
  const marks = await db().select().from(shareMarks).where(isNotNull(shareMarks.mark));
  expect(marks.filter(({ imageId, mark }) => imageId === first && mark === "pick")).toHaveLength(20);
  expect(marks.filter(({ imageId, mark }) => imageId === second && mark === "pick")).toHaveLength(10);
  const { comments } = await galleryOf(token);
  expect(comments).toHaveLength(40);
  expect(new Set(comments.map(({ author, text }: Record<string, string>) => `${author} ${text}`)).size).toBe(
    40,
  );
});

describe("a hostile comment", () => {
  test.each([
    ["markup", "<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
    ["control characters", "a\u0000b\u0007c\u001b[31md\u009be\r\nf", "abc[31mde\nf"],
    ["a right-to-left override", "invoice\u202egpj.exe\u2066x\u2069", "invoicegpj.exex"],
    ["half a character", "a\ud83e", "a\ufffd"],
    ["fifty empty lines", `a${"\n".repeat(50)}b`, "a\n\nb"],
  ])("with %s is kept as harmless text", async (_, text, kept) => {
    const { token, first } = await open();
    const cookie = await gallery.enter(token, text.slice(0, 60));
    const response = await post(token, "comments", { imageId: first, text }, cookie);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect((await response.json()).text).toBe(kept);
  });

  test.each<[string, unknown, number, string | null]>([
    ["100,000 characters", { text: "x".repeat(100_000) }, 413, "body"],
    ["2,001 characters", { text: "x".repeat(2_001) }, 400, "text"],
    ["nothing but controls", { text: "\u202e\u0000" }, 400, "text"],
    ["no text", {}, 400, "text"],
    ["a number", { text: 7 }, 400, "text"],
    ["a place outside", { text: "a", pin: { x: 1.01, y: 0 } }, 400, "pin.x"],
    ["a place that is none", { text: "a", pin: { x: null, y: 0 } }, 400, "pin.x"],
    ["a field that does not exist", { text: "a", visitorId: uuidv7() }, 400, "visitorId"],
    ["a prototype", JSON.parse('{"text":"a","__proto__":{"isResolved":true}}'), 400, "__proto__"],
  ])("with %s is refused", async (_, body, status, param) => {
    const { token, first } = await open();
    const cookie = await gallery.enter(token, "Ana");
    const own = Object.entries(Object.assign(Object.create(null), body));
    const text = JSON.stringify({ imageId: first }).replace(
      "}",
      `${own.map(([key, value]) => `,${JSON.stringify(key)}:${JSON.stringify(value)}`).join("")}}`,
    );
    expect(await refusal(post(token, "comments", text, cookie))).toEqual([status, param]);
  });

  test("takes the longest comment there is, every character of it escaped", async () => {
    const { token, first } = await open();
    const cookie = await gallery.enter(token, "Ana");
    const text = "狐".repeat(2_000).replace(/./g, "\\u72d0");
    const body = `{"imageId":"${first}","text":"${text}"}`;
    const response = await post(token, "comments", body, cookie);
    expect((await response.json()).text).toBe("狐".repeat(2_000));
  });
});

describe("what comes too often or too much", () => {
  test("is refused after so many comments in a minute, with how long to wait", async () => {
    const { token, first } = await open();
    const cookie = await gallery.enter(token, "Ana");
    const comment = () => post(token, "comments", { imageId: first, text: "Again" }, cookie);
    const answers = await Promise.all(Array.from({ length: COMMENTS.max + 2 }, comment));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(COMMENTS.max);
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await galleryOf(token)).comments).toHaveLength(COMMENTS.max);
  });

  test("is refused after so many new visitors in ten minutes, and lets those who are known write", async () => {
    const { token, first } = await open();
    const known = await gallery.enter(token, "Ana");
    const answers = await Promise.all(
      Array.from({ length: NEW_VISITORS.max + 1 }, () => post(token, "visitor", { name: "Mallory" })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(NEW_VISITORS.max - 1);
    expect((await post(token, "marks", { imageId: first, mark: "pick" }, known)).status).toBe(200);
  });

  test("never makes more visitors or comments than a share holds, also when many come at once", async () => {
    const { id, token, first } = await open();
    const cookie = await gallery.enter(token, "Ana");
    const [ana] = await db().select().from(shareVisitors).where(eq(shareVisitors.shareId, id));
    const createdAt = new Date();
    await db()
      .insert(shareVisitors)
      .values(
        Array.from({ length: VISITORS_A_SHARE_MAX - 3 }, () => ({
          ...{ id: uuidv7(), shareId: id, cookieHash: uuidv7(), name: "Someone", createdAt },
        })),
      );
    const full = await Promise.all(Array.from({ length: 6 }, () => post(token, "visitor", { name: "Late" })));
    expect(full.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(full.filter(({ status }) => status === 429)).toHaveLength(4);

    const visitorId = ana?.id ?? "";
    const text = "x".repeat(100);
    const rows = Array.from({ length: COMMENTS_A_SHARE_MAX - 2 }, (_, place) => ({
      ...{ id: uuidv7(), shareId: id, imageId: first, visitorId, createdAt, text },
      deletedAt: place % 2 ? createdAt : null,
    }));
    await db().insert(shareComments).values(rows);
    const written = await Promise.all(
      Array.from({ length: 5 }, () => post(token, "comments", { imageId: first, text: "Late" }, cookie)),
    );
    expect(written.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(written.filter(({ status }) => status === 429)).toHaveLength(3);
  });

  test("is counted by visitor and share, in rows that do not grow with the tries", async () => {
    const { id, token, first } = await open();
    const cookie = await gallery.enter(token, "Ana");
    for (let i = 0; i < 5; i += 1) await post(token, "marks", { imageId: first, mark: "pick" }, cookie);
    const key = and(eq(rateWindows.key, `writes:${id}`));
    expect(await db().select().from(rateWindows).where(key)).toMatchObject([{ count: 5 }]);
  });
});

test("keeps a gallery whose comments are as many and long as they can be small enough for a stream", async () => {
  const { id, token, first } = await open();
  const [visitor] = await db()
    .insert(shareVisitors)
    .values({ id: uuidv7(), shareId: id, cookieHash: uuidv7(), name: "Long", createdAt: new Date() })
    .returning();
  const base = { shareId: id, imageId: first, visitorId: visitor?.id ?? "", createdAt: new Date() };
  const rows = Array.from({ length: COMMENTS_A_SHARE_MAX }, () => ({
    ...{ ...base, id: uuidv7(), text: "狐".repeat(2_000) },
  }));
  for (let from = 0; from < rows.length; from += 500) {
    await db()
      .insert(shareComments)
      .values(rows.slice(from, from + 500));
  }
  const text = await (await gallery.ask(token, "gallery")).text();
  expect(Buffer.byteLength(text)).toBeLessThan(2 * 1024 * 1024);
  const { comments } = JSON.parse(text);
  expect(comments.at(-1).id).toBe(rows.at(-1)?.id);
});

test("refuses what another site sends", async () => {
  const { token } = await open();
  const headers = { origin: "https://evil.example" };
  const answer = gallery.ask(token, "visitor", { method: "POST", body: { name: "Ana" }, headers });
  expect(await refusal(answer)).toEqual([403, null]);
});
