import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSharedPage } from "@/lib/server/doors/read-gallery-page";
import { shares, shareVisitors } from "@/lib/server/schema/share-tables";
import { hashPassword } from "@/lib/server/shares/password";
import { useDatabase } from "@/lib/server/testing/use-database";
import { VISITORS_A_SHARE_MAX } from "@/lib/server/visits/review-limits";
import { cookieOf, openTestGallery, type TestGallery } from "../gallery.fixture";

const database = useDatabase();
let gallery: TestGallery;
const stack = new AsyncDisposableStack();
beforeAll(async () => {
  gallery = stack.use(await openTestGallery(database));
});
afterAll(() => stack.disposeAsync());

const db = () => gallery.studio.services.database.drizzle;
const form = { "content-type": "application/x-www-form-urlencoded" };
const unlock = (token: string, password: string, cookie = "") =>
  gallery.ask(token, "unlock", {
    ...{ method: "POST", cookie, headers: form },
    body: new URLSearchParams({ password }).toString(),
  });
const statusOf = async (token: string, cookie: string) =>
  (await gallery.ask(token, "gallery", { cookie })).status;
const pageOf = (token: string, cookie = "") =>
  readSharedPage(new Headers({ host: "localhost:3000", cookie }), token, null);
const locked = async (password = "Überraschung 🦊") =>
  gallery.share({ title: "Not yet public", passwordHash: await hashPassword(password) });

test("shows nothing of a gallery before its password was given, and everything after", async () => {
  await gallery.addPictures([{}]);
  const { token } = await locked();
  expect(await pageOf(token)).toEqual({ kind: "locked", token });
  for (const path of ["gallery", "events", "marks", "visitor", "comments"]) {
    const method = ["gallery", "events"].includes(path) ? "GET" : "POST";
    expect((await gallery.ask(token, path, { method })).status, path).toBe(404);
  }
  const wrong = await unlock(token, "guess");
  expect([wrong.status, wrong.headers.get("location")]).toEqual([303, `/g/${token}?refused=wrong`]);
  expect(wrong.headers.get("set-cookie")).toBeNull();
  // The same letters, composed the other way.
  const right = await unlock(token, "U\u0308berraschung 🦊");
  expect([right.status, right.headers.get("location")]).toEqual([303, `/g/${token}`]);
  expect(await statusOf(token, cookieOf(right))).toBe(200);
  expect(await pageOf(token, cookieOf(right))).toMatchObject({ kind: "open" });
  expect(await statusOf(token, "")).toBe(404);
});

test("keeps name and picks of a visitor who answers another password", async () => {
  const [one] = await gallery.addPictures([{}]);
  const { id, token } = await locked("first");
  const cookie = cookieOf(await unlock(token, "first"));
  const body = { imageId: one?.id, mark: "pick" };
  await gallery.ask(token, "visitor", { method: "POST", cookie, body: { name: "Ana" } });
  await gallery.ask(token, "marks", { method: "POST", cookie, body });
  await db()
    .update(shares)
    .set({ passwordHash: await hashPassword("first") })
    .where(eq(shares.id, id));
  expect(await statusOf(token, cookie)).toBe(404);
  const again = await unlock(token, "first", cookie);
  expect(again.headers.get("set-cookie")).toBeNull();
  const answer = await (await gallery.ask(token, "gallery", { cookie })).json();
  expect(answer).toMatchObject({ visitorName: "Ana", marks: { [one?.id ?? ""]: "pick" } });
});

test("refuses after ten wrong answers in ten minutes, the right one too, and lets nobody in at once", async () => {
  const { token } = await locked("right");
  const answers = await Promise.all(Array.from({ length: 12 }, () => unlock(token, "wrong")));
  const places = answers.map(({ headers }) => headers.get("location")?.split("?")[1]);
  expect(places.filter((place) => place === "refused=wrong")).toHaveLength(10);
  const later = await unlock(token, "right");
  expect(later.headers.get("location")).toBe(`/g/${token}?refused=later`);
  expect(Number(later.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(later.headers.get("set-cookie")).toBeNull();
});

test("does not count right answers: a team that comes together gets in", async () => {
  const { token } = await locked("right");
  for (let i = 0; i < 15; i += 1) {
    expect((await unlock(token, "right")).headers.get("location")).toBe(`/g/${token}`);
  }
  const team = await Promise.all(Array.from({ length: 25 }, () => unlock(token, "right")));
  expect(new Set(team.map(({ headers }) => headers.get("location")))).toEqual(new Set([`/g/${token}`]));
});

test("holds no more nameless visitors than it takes, and forgets the oldest of them first", async () => {
  const { id, token } = await locked("right");
  const first = cookieOf(await unlock(token, "right"));
  const rows = Array.from({ length: VISITORS_A_SHARE_MAX - 1 }, (_, place) => ({
    ...{ id: `ffffffff-0000-7000-8000-${String(place).padStart(12, "0")}`, shareId: id },
    ...{ cookieHash: `hash ${id} ${place}`, unlockedHash: "old", createdAt: new Date() },
  }));
  await db().insert(shareVisitors).values(rows);
  await unlock(token, "right");
  expect(await statusOf(token, first)).toBe(404);
  const left = await db().select().from(shareVisitors).where(eq(shareVisitors.shareId, id));
  expect(left).toHaveLength(VISITORS_A_SHARE_MAX);
});

test("takes a form of a few kilobytes and nothing else", async () => {
  const { token } = await locked();
  const send = (body: string, headers: Record<string, string>) =>
    gallery.ask(token, "unlock", { method: "POST", body, headers });
  expect((await send(`password=${"x".repeat(5_000)}`, form)).status).toBe(413);
  expect((await send('{"password":"x"}', {})).status).toBe(415);
  expect((await send("password=x", { ...form, origin: "https://evil.example" })).status).toBe(403);
  const empty = await send("", form);
  expect(empty.headers.get("location")).toBe(`/g/${token}?refused=wrong`);
});
