import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { originalKey } from "@/lib/domain/generation/picture-address";
import { sharedPictureUrl } from "@/lib/domain/share/visitor-gallery";
import { testRecipe } from "@/lib/server/picture-files/picture.fixture";
import { embedRecipe } from "@/lib/server/recipes/embed-recipe";
import { shares } from "@/lib/server/schema/share-tables";
import { sessions } from "@/lib/server/schema/studio-tables";
import { hashPassword } from "@/lib/server/shares/password";
import { useDatabase } from "@/lib/server/testing/use-database";
import { METHODS, openTestGallery, ROUTES, SECRET_PROMPT, type TestGallery } from "../gallery.fixture";

const database = useDatabase();
let gallery: TestGallery;
const stack = new AsyncDisposableStack();
beforeAll(async () => {
  gallery = stack.use(await openTestGallery(database));
});
afterAll(() => stack.disposeAsync());

const minuteAgo = () => new Date(Date.now() - 60_000);
const pathOf = (id: string, variant: "thumbnail" | "large" | "original" | "partial", hash: string) =>
  sharedPictureUrl("t", id, variant, hash).replace("/g/t/", "");

/** All that can be told from an answer. */
async function told(response: Response) {
  const headers = Object.fromEntries(response.headers);
  return JSON.stringify({ status: response.status, headers, body: await response.text() });
}

test("answers alike on every route and method for a link that is unknown, revoked, expired, and none at all", async () => {
  const [picture] = await gallery.addPictures([{}]);
  const id = picture?.id ?? "";
  const revoked = await gallery.share({ revokedAt: minuteAgo() });
  const expired = await gallery.share({ expiresAt: minuteAgo() });
  const both = await gallery.share({ revokedAt: minuteAgo(), passwordHash: "x" });
  const tokens = [revoked.token, expired.token, both.token, randomBytes(24).toString("base64url"), "x", ""];
  const files = [
    pathOf(id, "thumbnail", picture?.thumbnailHash ?? ""),
    pathOf(id, "large", picture?.hash ?? ""),
    `i/${id}/download`,
    "i/x/y",
    `comments/${uuidv7()}`,
    "comments/x",
    "gallery?before=x",
  ];
  for (const path of [...ROUTES, ...files]) {
    for (const method of METHODS) {
      const hasBody = !["GET", "HEAD", "OPTIONS"].includes(method);
      const asked = { method, ...(hasBody && { body: { name: "Ana" } }) };
      const answers = await Promise.all(
        tokens.map(async (token) => told(await gallery.ask(token, path, asked))),
      );
      const [first = ""] = answers;
      expect(JSON.parse(first).status, `${method} ${path}`).toBe(404);
      expect(new Set(answers).size, `${method} ${path}`).toBe(1);
    }
  }
  const oembed = tokens.map((token) => `oembed?url=http://localhost:3000/g/${token}`);
  const unfurled = await Promise.all(oembed.map(async (path) => told(await gallery.ask("", path))));
  expect(new Set(unfurled).size).toBe(1);
});

test("has nothing to say to methods that a route does not have, whatever the link", async () => {
  const { token } = await gallery.share();
  for (const [path, ...own] of [
    ["gallery", "GET", "HEAD"],
    ["events", "GET", "HEAD"],
    ["cover.jpg", "GET", "HEAD"],
    ["visitor", "POST"],
    ["unlock", "POST"],
    ["marks", "POST"],
    ["comments", "POST"],
    [`comments/${uuidv7()}`, "DELETE"],
    [`i/${uuidv7()}/large-0123456789abcdef`, "GET", "HEAD"],
    [`i/${uuidv7()}/download`, "GET", "HEAD"],
    ["oembed", "GET", "HEAD"],
  ] as const) {
    for (const method of METHODS.filter((one) => !own.some((owned) => owned === one))) {
      expect((await gallery.ask(token, path, { method })).status, `${method} ${path}`).toBe(404);
    }
  }
});

test("shows the pictures of the share and reaches no other of the session", async () => {
  const [shown, other] = await gallery.addPictures([{}, {}]);
  const [rejected] = await gallery.addPictures([{ rejected: true }]);
  const [trashed] = await gallery.addPictures([{ deletedAt: new Date() }]);
  const [failed] = await gallery.addPictures([{ state: "failed" }]);
  const { token } = await gallery.share({
    ...{ scope: "selection", allowDownload: true },
    imageIds: [shown?.id ?? "", trashed?.id ?? "", failed?.id ?? ""],
  });
  const cookie = await gallery.enter(token, "Ana");
  const reach = async (one = shown) => [
    (await gallery.ask(token, pathOf(one?.id ?? "", "thumbnail", one?.thumbnailHash ?? ""))).status,
    (await gallery.ask(token, pathOf(one?.id ?? "", "large", one?.hash ?? ""))).status,
    (await gallery.ask(token, pathOf(one?.id ?? "", "original", one?.hash ?? ""))).status,
    (await gallery.ask(token, `i/${one?.id}/download`)).status,
    (
      await gallery.ask(token, "marks", {
        method: "POST",
        cookie,
        body: { imageId: one?.id, mark: "pick" },
      })
    ).status,
    (
      await gallery.ask(token, "comments", {
        method: "POST",
        cookie,
        body: { imageId: one?.id, text: "Hello" },
      })
    ).status,
  ];
  expect(await reach()).toEqual([200, 200, 200, 200, 200, 201]);
  for (const one of [other, rejected, trashed, failed]) expect(await reach(one)).toEqual(Array(6).fill(404));
  const answer = await (await gallery.ask(token, "gallery")).json();
  expect(answer.pictures.map(({ id }: { id: string }) => id)).toEqual([shown?.id]);
  expect(answer.pictureCount).toBe(1);
});

test("gives no original and no download where the share allows none, and no file by another's hash", async () => {
  const [first, second] = await gallery.addPictures([{}, {}]);
  const { token } = await gallery.share();
  const statusOf = async (path: string) => (await gallery.ask(token, path)).status;
  expect(await statusOf(pathOf(first?.id ?? "", "original", first?.hash ?? ""))).toBe(404);
  expect(await statusOf(`i/${first?.id}/download`)).toBe(404);
  expect(await statusOf(pathOf(first?.id ?? "", "thumbnail", second?.thumbnailHash ?? ""))).toBe(404);
  expect(await statusOf(pathOf(first?.id ?? "", "large", second?.hash ?? ""))).toBe(404);
  expect(await statusOf(pathOf(first?.id ?? "", "partial", second?.hash ?? ""))).toBe(404);
  for (const file of ["../original", "large-%2e%2e", "large-", "constructor-0123456789abcdef", "plain"]) {
    expect(await statusOf(`i/${first?.id}/${file}`)).toBe(404);
  }
});

describe("where prompts are hidden", () => {
  test("no word of a prompt, the session or the cost is in any answer, header or file", async () => {
    const [one, two] = await gallery.addPictures([{}, { state: "waiting" }]);
    const id = one?.id ?? "";
    const { storage } = gallery.studio.services;
    const png = await sharp({ create: { width: 48, height: 32, channels: 3, background: "#456" } })
      .png()
      .toBuffer();
    const marked = embedRecipe(png, "image/png", testRecipe({ prompt: SECRET_PROMPT }));
    await storage.put(originalKey(id), marked, { durable: true });
    const { token } = await gallery.share({ allowDownload: true, imageIds: [id, two?.id ?? ""] });
    const paths = [
      ...["gallery", "cover.jpg", `i/${id}/download`, `oembed?url=http://localhost:3000/g/${token}`],
      ...[pathOf(id, "large", one?.hash ?? ""), pathOf(id, "original", one?.hash ?? "")],
      pathOf(id, "thumbnail", one?.thumbnailHash ?? ""),
    ];
    for (const path of paths) {
      const response = await gallery.ask(path.startsWith("oembed") ? "" : token, path);
      expect(response.status, path).toBe(200);
      const headers = JSON.stringify([...response.headers]);
      const body = Buffer.from(await response.arrayBuffer());
      for (const secret of [
        ...SECRET_PROMPT.split(", "),
        "zanzibar",
        "quokka",
        "Foxes",
        "0.042",
        "model-x",
      ]) {
        expect(headers.includes(secret), `${path} header ${secret}`).toBe(false);
        expect(body.includes(secret), `${path} body ${secret}`).toBe(false);
      }
    }
    expect((await gallery.ask(token, `i/${id}/download`)).headers.get("content-disposition")).toMatch(
      /for-the-client-\d+\.png/,
    );
  });

  test("an original comes as it was stored where they are shown", async () => {
    const [one] = await gallery.addPictures([{}]);
    const { token } = await gallery.share({ showPrompts: true, allowDownload: true });
    const answer = await (await gallery.ask(token, "gallery")).json();
    expect(answer.pictures[0].prompt).toBe(SECRET_PROMPT);
    const response = await gallery.ask(token, `i/${one?.id}/download`);
    const stored = await gallery.studio.services.storage.get(originalKey(one?.id ?? ""));
    expect(Buffer.from(await response.arrayBuffer()).equals(stored ?? Buffer.alloc(0))).toBe(true);
  });
});

test("tells nothing of a picture but the fields that visitors have", async () => {
  await gallery.addPictures([{}, { state: "developing" }, { state: "waiting" }]);
  const { token } = await gallery.share();
  const answer = await (await gallery.ask(token, "gallery")).json();
  expect(Object.keys(answer).sort()).toEqual(
    [
      ...["title", "isLive", "canDownload", "canReview", "pictures", "pictureCount", "olderCursor"],
      ...["visitorName", "marks", "comments"],
    ].sort(),
  );
  const common = ["id", "version", "groupId", "index", "widthPx", "heightPx", "prompt", "state"];
  const byState: Record<string, string[]> = {
    completed: [...common, "thumbnailHash", "hash", "thumbhash"],
    developing: [...common, "partialHash"],
    waiting: common,
  };
  for (const picture of answer.pictures) {
    expect(Object.keys(picture).sort()).toEqual(byState[picture.state]?.toSorted());
  }
});

describe("a picture in a warm cache", () => {
  test("is confirmed while the share is open and its own, and not a moment longer", async () => {
    const { drizzle: db } = gallery.studio.services.database;
    const [one] = await gallery.addPictures([{}]);
    const { id: shareId, token } = await gallery.share({ allowDownload: true });
    const paths = [
      pathOf(one?.id ?? "", "thumbnail", one?.thumbnailHash ?? ""),
      pathOf(one?.id ?? "", "large", one?.hash ?? ""),
      pathOf(one?.id ?? "", "original", one?.hash ?? ""),
      `i/${one?.id}/download`,
      "cover.jpg",
    ];
    const again = async (path: string) => {
      const { headers } = await gallery.ask(token, path);
      return { etag: headers.get("etag") ?? "", control: headers.get("cache-control") };
    };
    const etags = await Promise.all(paths.map(again));
    const statuses = () =>
      Promise.all(
        paths.map(async (path, place) => {
          const headers = { "if-none-match": etags[place]?.etag ?? "" };
          return (await gallery.ask(token, path, { headers })).status;
        }),
      );
    expect(etags.map(({ control }) => control)).toEqual(Array(5).fill("private, no-cache"));
    expect(await statuses()).toEqual(Array(5).fill(304));
    await db.update(shares).set({ revokedAt: new Date() }).where(eq(shares.id, shareId));
    expect(await statuses()).toEqual(Array(5).fill(404));
  });

  test("is gone with the password, the permission, and the session", async () => {
    const { drizzle: db } = gallery.studio.services.database;
    const [one] = await gallery.addPictures([{}]);
    const { id: shareId, token } = await gallery.share({ allowDownload: true });
    const path = pathOf(one?.id ?? "", "original", one?.hash ?? "");
    const etag = (await gallery.ask(token, path)).headers.get("etag") ?? "";
    const status = async () =>
      (await gallery.ask(token, path, { headers: { "if-none-match": etag } })).status;
    const change = (changes: Partial<typeof shares.$inferInsert>) =>
      db.update(shares).set(changes).where(eq(shares.id, shareId));
    expect(await status()).toBe(304);
    await change({ allowDownload: false });
    expect(await status()).toBe(404);
    await change({ allowDownload: true, passwordHash: await hashPassword("open sesame") });
    expect(await status()).toBe(404);
    await change({ passwordHash: null });
    expect(await status()).toBe(304);
    const session = eq(sessions.id, gallery.studio.sessionId);
    await db.update(sessions).set({ deletedAt: new Date() }).where(session);
    expect(await status()).toBe(404);
    await db.update(sessions).set({ deletedAt: null }).where(session);
  });
});

test("answers HEAD without opening a stream that nobody reads", async () => {
  const { token } = await gallery.share();
  const response = await gallery.ask(token, "events", { method: "HEAD" });
  expect([response.status, response.body]).toEqual([200, null]);
  expect(gallery.studio.services.streams.size).toBe(0);
});

test("serves a picture as what it proves to be, and nothing more than a picture", async () => {
  const [one] = await gallery.addPictures([{}]);
  const { token } = await gallery.share({ allowDownload: true });
  const { headers } = await gallery.ask(token, pathOf(one?.id ?? "", "original", one?.hash ?? ""));
  expect(Object.fromEntries(headers)).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "cross-origin-resource-policy": "same-origin",
    "x-robots-tag": "noindex, nofollow",
  });
});
