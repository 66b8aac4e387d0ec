import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SharedGallery } from "@/lib/domain/share/visitor-gallery";
import { listImagesOf } from "@/lib/server/db/queries/images";
import { readShare } from "@/lib/server/db/queries/sharing/shares";
import { readSharedPage } from "@/lib/server/doors/read-gallery-page";
import { shares } from "@/lib/server/schema/share-tables";
import { images } from "@/lib/server/schema/studio-tables";
import { hashPassword } from "@/lib/server/shares/password";
import { useDatabase } from "@/lib/server/testing/use-database";
import { isShown } from "@/lib/server/visits/is-shown";
import { type ImageChanges, openTestGallery, type ShareChanges, type TestGallery } from "../gallery.fixture";

const database = useDatabase();
let gallery: TestGallery;
const stack = new AsyncDisposableStack();
beforeAll(async () => {
  gallery = stack.use(await openTestGallery(database));
});
afterAll(() => stack.disposeAsync());

const db = () => gallery.studio.services.database.drizzle;
const read = async (token: string, before: string | null = null): Promise<SharedGallery> =>
  (await gallery.ask(token, `gallery${before ? `?before=${before}` : ""}`)).json();

const many = (length: number, changes: ImageChanges = {}): ImageChanges[] =>
  Array.from({ length }, () => ({
    ...{ originalHash: "0123456789abcdef", thumbnailHash: "0123456789abcdef", thumbhash: "AA==" },
    ...{ state: "waiting" as const, ...changes },
  }));

describe("a large gallery", () => {
  test("comes in pages, newest first, each picture once, also while new ones are made", async () => {
    await db().delete(images);
    for (let group = 0; group < 130; group += 1) await gallery.addPictures(many(8));
    const { token } = await gallery.share();
    const first = await read(token);
    expect([first.pictures.length, first.pictureCount]).toEqual([500, 1_040]);
    await gallery.addPictures(many(3));
    const second = await read(token, first.olderCursor);
    const third = await read(token, second.olderCursor);
    expect([second.pictures.length, third.pictures.length, third.olderCursor]).toEqual([500, 40, null]);
    const all = [first, second, third].flatMap(({ pictures }) => pictures);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1_040);
    const sorted = all.toSorted((a, b) =>
      a.groupId === b.groupId ? a.index - b.index : a.groupId < b.groupId ? 1 : -1,
    );
    expect(all.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
  });

  test("is read with as many queries as a small one", async () => {
    const counted = async () => {
      const { reads } = gallery.studio.services.database;
      const { select } = reads;
      let queries = 0;
      Reflect.set(reads, "select", (...args: unknown[]) => {
        queries += 1;
        return Reflect.apply(select, reads, args);
      });
      const { token } = await gallery.share();
      const { pictures } = await read(token);
      Reflect.set(reads, "select", select);
      return { queries, pictures: pictures.length };
    };
    const large = await counted();
    await db().delete(images);
    await gallery.addPictures(many(1));
    const small = await counted();
    expect([large.pictures, small.pictures]).toEqual([500, 1]);
    expect(large.queries).toBe(small.queries);
  });

  test("of very long prompts comes in shorter pages, and whole", async () => {
    await db().delete(images);
    for (let group = 0; group < 8; group += 1) await gallery.addPictures(many(5), "狐".repeat(32_000));
    const { token } = await gallery.share({ showPrompts: true });
    const seen = new Set<string>();
    for (let before: string | null = null, pages = 0; pages < 10; pages += 1) {
      const response = await gallery.ask(token, `gallery${before ? `?before=${before}` : ""}`);
      const text = await response.text();
      expect(Buffer.byteLength(text)).toBeLessThan(2 * 1024 * 1024);
      const page: SharedGallery = JSON.parse(text);
      for (const { id } of page.pictures) seen.add(id);
      before = page.olderCursor;
      if (before === null) break;
    }
    expect(seen.size).toBe(40);
  });

  test.each(["x", "", "'; drop table shares; --", "0198e2a5-0000-7000-8000-000000000001.99999", "%00"])(
    "has nothing behind the cursor %j",
    async (before) => {
      const { token } = await gallery.share();
      const response = await gallery.ask(token, `gallery?before=${encodeURIComponent(before)}`);
      expect(response.status).toBe(404);
    },
  );
});

test("shows by query and by event the same pictures, whatever their state and the share's kind", async () => {
  await db().delete(images);
  const states = ["waiting", "developing", "completed", "failed", "cancelled", "unknown"] as const;
  const kept = { originalHash: "a", thumbnailHash: "b", thumbhash: "c", contentType: "image/png" };
  const failure = { code: "cancelled", message: "m", billed: "no", todo: "t" } as const;
  const changes = states.flatMap((state) =>
    [false, true].flatMap((favourite) =>
      [false, true].flatMap((rejected) =>
        [null, new Date()].map((deletedAt) => ({
          ...{ ...kept, sizeBytes: 1, state, favourite, rejected, deletedAt },
          ...(["failed", "cancelled", "unknown"].includes(state) && { failure }),
        })),
      ),
    ),
  );
  const made = await gallery.addPictures(changes);
  const rows = await listImagesOf(db(), { generationIds: [made[0]?.groupId ?? ""] });
  expect(rows).toHaveLength(48);
  const chosen = made.filter((_, place) => place % 3 !== 0).map(({ id }) => id);
  const kinds: ShareChanges[] = (["session", "favourites", "selection"] as const).flatMap((scope) =>
    (["live", "frozen"] as const).map((mode) => ({ scope, mode })),
  );
  for (const kind of kinds) {
    const { id, token } = await gallery.share({ ...kind, imageIds: chosen });
    const share = await readShare(db(), { id });
    const { pictures, pictureCount } = await read(token);
    const shown = rows.filter((row) => share && isShown(share, new Set(chosen), row));
    expect(pictures.map((one) => one.id).sort(), JSON.stringify(kind)).toEqual(
      shown.map((one) => one.id).sort(),
    );
    expect(pictureCount).toBe(shown.length);
    expect(shown.length).toBeGreaterThan(0);
  }
});

describe("an opening of the page is counted", () => {
  const person = { "user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) Safari/605.1.15" };
  const viewsAfter = async (
    headers: Record<string, string>,
    before: string | null = null,
    changes: ShareChanges = {},
  ) => {
    const { id, token } = await gallery.share(changes);
    await readSharedPage(new Headers({ host: "localhost:3000", ...headers }), token, before);
    const share = await readShare(db(), { id });
    return [share?.views, share?.lastSeenAt !== null, share?.version];
  };

  test("for a person, without a new version of the share", async () => {
    expect(await viewsAfter(person)).toEqual([1, true, 1]);
  });

  test.each<[string, Record<string, string>]>([
    ["Slack", { "user-agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)" }],
    ["WhatsApp", { "user-agent": "WhatsApp/2.23.20.0" }],
    ["iMessage", { "user-agent": "facebookexternalhit/1.1 Facebot Twitterbot/1.0" }],
    ["Google", { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" }],
    ["a part of the page", { ...person, rsc: "1" }],
    ["fetching ahead", { ...person, "sec-purpose": "prefetch;prerender" }],
  ])("and not for %s", async (_, headers) => {
    expect(await viewsAfter(headers)).toEqual([0, false, 1]);
  });

  test("and not for older pages, or before the password", async () => {
    expect(await viewsAfter(person, "0198e2a5-0000-7000-8000-000000000001.0")).toEqual([0, false, 1]);
    expect(await viewsAfter(person, null, { passwordHash: await hashPassword("sesame") })).toEqual([
      0,
      false,
      1,
    ]);
  });
});

test("opens no page under a foreign name, or for a link that is none", async () => {
  const { id, token } = await gallery.share();
  const open = (host: string, of = token) => readSharedPage(new Headers({ host }), of, null);
  await expect(open("evil.example")).rejects.toMatchObject({ code: "not_found" });
  await expect(open("localhost", "x")).rejects.toMatchObject({ code: "not_found" });
  expect(await open("localhost:3000")).toMatchObject({
    pageUrl: `http://localhost:3000/g/${token}`,
    coverUrl: `http://localhost:3000/g/${token}/cover.jpg`,
  });
  await db().update(shares).set({ revokedAt: new Date() }).where(eq(shares.id, id));
  await expect(open("localhost")).rejects.toMatchObject({ code: "not_found" });
});
