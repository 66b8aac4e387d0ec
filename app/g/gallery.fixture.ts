import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { notifyChange } from "@/lib/server/db/notify";
import { keepPicture } from "@/lib/server/images/keep-picture";
import type { Database } from "@/lib/server/ports/database";
import { shareImages, shares } from "@/lib/server/schema/share-tables";
import { generations, images } from "@/lib/server/schema/studio-tables";
import { secretHash } from "@/lib/server/secrets/secret-hash";
import { openTestStudio, picture, type TestStudio } from "@/lib/server/testing/studio.fixture";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import * as oneComment from "./[token]/comments/[id]/route";
import * as comments from "./[token]/comments/route";
import * as cover from "./[token]/cover.jpg/route";
import * as events from "./[token]/events/route";
import * as gallery from "./[token]/gallery/route";
import * as file from "./[token]/i/[image]/[file]/route";
import * as download from "./[token]/i/[image]/download/route";
import * as marks from "./[token]/marks/route";
import * as unlock from "./[token]/unlock/route";
import * as visitor from "./[token]/visitor/route";
import * as oembed from "./oembed/route";

export type ImageChanges = Partial<typeof images.$inferInsert>;
export type ShareChanges = Partial<typeof shares.$inferInsert> & { imageIds?: string[] };
export type Asked = { method?: string; body?: unknown; cookie?: string; headers?: Record<string, string> };

export const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
/** Words that must not reach a visitor of a share without prompts. */
export const SECRET_PROMPT = "zanzibar quokka, confidential campaign";

type Made = { id: string; groupId: string; hash: string; thumbnailHash: string };

/** For tests: a studio whose galleries are asked as a browser asks, route by route. */
export async function openTestGallery(database: Database) {
  const studio = await openTestStudio(database);
  globalThis.safelightServices = Promise.resolve(studio.services);
  const { drizzle: db } = database;
  return {
    studio,
    addPictures: (changes: ImageChanges[], prompt = SECRET_PROMPT) => addPictures(studio, changes, prompt),
    /** A share of the studio's session; the answer is its id and token. */
    async share({ imageIds = [], ...changes }: ShareChanges = {}) {
      const id = uuidv7();
      const token = randomBytes(24).toString("base64url");
      await db.insert(shares).values({
        ...{ id, viewerId: LOCAL_OWNER.id, sessionId: studio.sessionId, tokenHash: secretHash(token) },
        ...{ title: "For the client", scope: "session", mode: "live", createdAt: new Date() },
        ...{ showPrompts: false, allowDownload: false, allowReview: true },
        ...changes,
      });
      if (imageIds.length > 0) {
        await db.insert(shareImages).values(imageIds.map((imageId) => ({ shareId: id, imageId })));
      }
      return { id, token };
    },
    tellOfShare: (id: string) => notifyChange(db, { kind: "share", id, sessionId: studio.sessionId }),
    ask,
    /** Gives a name; the answer is the cookie. */
    async enter(token: string, name: string): Promise<string> {
      const response = await ask(token, "visitor", { method: "POST", body: { name } });
      return cookieOf(response);
    },
    async [Symbol.asyncDispose]() {
      globalThis.safelightServices = undefined;
      await studio[Symbol.asyncDispose]();
    },
  };
}
export type TestGallery = Awaited<ReturnType<typeof openTestGallery>>;

export function cookieOf(response: Response): string {
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

/** One group of pictures, each completed and stored unless its changes say otherwise. */
async function addPictures(
  { services: { database, storage }, sessionId }: TestStudio,
  changes: ImageChanges[],
  prompt: string,
): Promise<Made[]> {
  const { drizzle: db } = database;
  const groupId = uuidv7();
  const createdAt = new Date();
  const own = { sessionId, viewerId: LOCAL_OWNER.id, createdAt, modelId: "model-x" };
  await db.insert(generations).values({
    ...{ ...own, id: groupId, idempotencyKey: uuidv7(), prompt, options: {}, imageCount: changes.length },
  });
  const rows = await Promise.all(
    changes.map(async (change, index) => {
      const id = uuidv7();
      const isStored = change.state === undefined || change.state === "completed";
      const kept = isStored
        ? await keepPicture(storage, { id, bytes: Buffer.from(await picture(index), "base64") })
        : {};
      const fixed = { ...own, id, generationId: groupId, index, searchText: prompt, durationMs: 7 };
      const shape = { widthPx: 48, heightPx: 32, state: "completed" as const };
      return { ...shape, ...fixed, costUsd: 0.042, ...kept, ...change };
    }),
  );
  const inserted = await db.insert(images).values(rows).returning();
  return inserted.map(({ id, originalHash, thumbnailHash }) => ({
    ...{ id, groupId, hash: originalHash ?? "", thumbnailHash: thumbnailHash ?? "" },
  }));
}

/** Every route under `/g/<token>` with a path that reaches it. */
export const ROUTES = ["gallery", "events", "visitor", "unlock", "marks", "comments", "cover.jpg"] as const;

/** Asks for `/g/<token>/<path>` the way Next hands a request on: HEAD to GET. */
export async function ask(token: string, path: string, asked: Asked = {}): Promise<Response> {
  const { method = "GET", body, cookie, headers = {} } = asked;
  const request = new Request(`http://localhost:3000/g/${token}/${path}`, {
    method,
    headers: {
      ...{ host: "localhost:3000", "content-type": "application/json" },
      ...(cookie && { cookie }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const [name = "", first = "", second = ""] = path.replace(/\?.*/, "").split("/");
  const own = { params: Promise.resolve({ token, id: first, image: first, file: second }) };
  const handlers = routeOf(name, first, second);
  const handler = Object.entries(handlers).find(([key]) => key === (method === "HEAD" ? "GET" : method))?.[1];
  if (!handler) return new Response(null, { status: 405 });
  return handler(request, own);
}

type Params = { token: string; id: string; image: string; file: string };
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response> | Response;

function routeOf(name: string, first: string, second: string): Record<string, Handler> {
  switch (name) {
    case "i":
      return second === "download" ? { ...download } : { ...file };
    case "comments":
      return first ? { ...oneComment } : { ...comments };
    case "cover.jpg":
      return { ...cover };
    case "oembed":
      return { ...oembed };
    default:
      return { ...{ gallery, events, visitor, unlock, marks }[name] };
  }
}
